namespace Gouji.Cli.Tests.Support;

/// <summary>
/// A folder of budgets of many bodies over three years, and accounts of the second, which agree with each other. Names of places are
/// written in full in one year and short in the next, as bodies do.
/// </summary>
internal sealed class YearsFolder(TempFolder folder, int bodies)
{
    public const int FirstYear = 2019;

    public const int Years = 3;

    private static readonly string[] Bureaus = ["财政局", "教育局", "民政局", "司法局", "审计局", "统计局", "水利局", "交通运输局", "农业农村局", "卫生健康委员会"];

    /// <summary>Pages to write in place of the consistent ones, by body and year.</summary>
    public Dictionary<(int Body, int Year), Func<YearPage, YearPage?>> Changes { get; } = [];

    public static string NameOf(int body, int year)
    {
        var county = (char)('甲' + (body / Bureaus.Length));
        return (year % 2 == 0 ? "克州" : "克孜勒苏柯尔克孜自治州") + county + "河县" + Bureaus[body % Bureaus.Length];
    }

    /// <summary>The page of a body and year that agrees with those before and behind it.</summary>
    public static YearPage Page(int body, int year)
    {
        var figures = Figures(body, year);
        var before = year == FirstYear ? default : Figures(body, year - 1);
        return figures with
        {
            Previous = year == FirstYear ? null : before!.Basic + before.Project,
            ThreePublicChange = year == FirstYear ? null : figures.Operation + figures.Reception - before!.Operation - before.Reception,
        };
    }

    public static string PathOf(int body, int year) => $"in/{year}/{body:000}.html";

    /// <summary>Writes all pages.</summary>
    public void Write()
    {
        for (var body = 0; body < bodies; body++)
        {
            for (var year = FirstYear; year < FirstYear + Years; year++)
            {
                var page = Page(body, year);
                page = Changes.TryGetValue((body, year), out var change) ? change(page) : page;
                if (page is not null)
                {
                    folder.Write(PathOf(body, year), page.Budget());
                }
            }

            folder.Write($"in/{FirstYear + 1}决算/{body:000}.html", Figures(body, FirstYear + 1).Accounts());
        }
    }

    private static YearPage Figures(int body, int year)
    {
        var seed = (body * 7919) + ((year - FirstYear) * 104729);
        return new YearPage(NameOf(body, year), year)
        {
            Basic = 10000 + (seed % 90007),
            Project = 2000 + (seed % 30011),
            Operation = 200 + (seed % 1009),
            Reception = 100 + (seed % 503),
        };
    }
}
