using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>Reads the figures of a line, each with the words that say what it is.</summary>
internal sealed partial class ClaimReader
{
    /// <summary>No words further away than this say what a figure is.</summary>
    private const int LongestLabel = 120;

    /// <summary>Words of an amount that is rounded.</summary>
    private static readonly SearchValues<char> Rounded = SearchValues.Create("约近余");

    /// <summary>The characters that end the words of a change, and how many may follow them before the figure.</summary>
    private static readonly SearchValues<char> ChangeEnds = SearchValues.Create("加长升高支少降低减");
    private const int LongestChangeEnd = 7;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    private readonly ProseLine _line;
    private readonly ProseSection _section;
    private readonly int? _year;
    private readonly bool _isAccounts;
    private readonly string? _project;
    private readonly List<Claim> _claims;
    private readonly int _begin;
    private readonly ToldClaims _told;
    private readonly List<ItemReference> _items;

    private ClaimReader(ProseLine line, ProseSection section, int? year, bool isAccounts, string? project, List<ItemReference> items, List<Claim> claims)
    {
        (_line, _section, _year, _isAccounts, _project, _items, _claims) = (line, section, year, isAccounts, project, items, claims);
        _begin = claims.Count;
        _told = new ToldClaims(line, section, claims);
    }

    /// <summary>Adds the claims of a line in reading order.</summary>
    public static void Read(ProseLine line, ProseSection section, int? year, bool isAccounts, string? project, List<ItemReference> items, List<Claim> claims) =>
        new ClaimReader(line, section, year, isAccounts, project, items, claims).Read();

    private void Read()
    {
        var text = _line.Text;
        var mayBeUnchanged = MayBeUnchanged(text);
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !_line.HasBlank && !text.Contains("万元", StringComparison.Ordinal) && !mayBeUnchanged)
        {
            return;
        }

        var previousEnd = 0;
        IList<Match> unchanged = mayBeUnchanged ? Unchanged().Matches(text) : [];
        var next = 0;
        foreach (var match in Token().EnumerateMatches(text))
        {
            var start = match.Index;
            var token = text.AsSpan(start, match.Length);
            var digits = token.IndexOfAnyExcept(NumberCharacters);
            if (digits > 0 ? IsNoFigure(text, start, start + match.Length, token[digits..]) : !IsGap(start, token))
            {
                continue;
            }

            for (; next < unchanged.Count && unchanged[next].Index < start; next++)
            {
                AddUnchanged(unchanged[next]);
            }

            Add(token[..digits].ToString(), token[digits..].ToString(), start, Math.Max(previousEnd, Math.Max(start - LongestLabel, FigureLabels.Start(text, start))));
            previousEnd = start + match.Length;
        }

        for (; next < unchanged.Count; next++)
        {
            AddUnchanged(unchanged[next]);
        }

        ShareFinestPlace();
    }

    /// <summary>Adds the claim of a figure; of one that is missing where the number is empty.</summary>
    private void Add(string number, string unit, int start, int labelStart)
    {
        var text = _line.Text;
        var item = _items.FindLast(item => item.End <= start);
        if (item is not null && item.End > labelStart)
        {
            labelStart = item.End;
        }

        var label = text[labelStart..start];
        var sentence = text.AsSpan(0, start).Count('。');
        var change = MayChange(label) ? Change().Match(label) : Match.Empty;
        var money = Money(unit);
        var isTooLong = Figure.IsTooLong(number);
        var kind = number.Length == 0 ? ClaimKind.Missing
            : isTooLong ? ClaimKind.TooLong
            : unit == "%" ? label == "的" && _told.LastOf(sentence, start) is { IsWholeOfShare: true } ? ClaimKind.Share : PercentKind(label, change.Success)
            : change.Success ? ClaimKind.Change
            : money is not null ? ClaimKind.Amount
            : ClaimKind.Count;
        var falls = change.Success && change.Groups["verb"].Value is "减少" or "下降" or "降低" or "减支" or "减收" or "压减" or "核减" or "小于";
        var value = number.Length == 0 || isTooLong ? 0 : decimal.Parse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        var own = FigureLabels.Cleaned(change.Success ? label[..change.Index] : label);
        var relative = kind is ClaimKind.Share or ClaimKind.Rate or ClaimKind.Change or ClaimKind.Completion;
        var owner = !relative ? null
            : own.Length > 0 && kind == ClaimKind.Change ? _told.Named(own)
            : own.Length == 0 && _told.LastOf(sentence, start) is { Kind: ClaimKind.Change or ClaimKind.Unchanged } told && kind is ClaimKind.Rate or ClaimKind.Change ? told.Owner
            : _told.Owner(sentence, start, own.Length == 0) ?? (kind == ClaimKind.Completion ? _told.SpentBefore(sentence, start) : null);
        if (kind == ClaimKind.Change && own.Length == 0 && owner is not null && ChangedWhole.Of(text, start + number.Length + unit.Length, falls ? -value : value, money, owner, _claims) is { } whole)
        {
            owner = whole;
        }

        _claims.Add(new Claim
        {
            Kind = kind,
            Section = _section,
            Line = _line,
            Sentence = sentence,
            Label = label,
            Start = start,
            Subject = Subject(kind, label, own, owner, item, sentence, start),
            Value = falls ? -value : value,
            Decimals = value.Scale,
            Money = unit == "%" ? null : money,
            Counted = money is null && unit != "%" ? unit : "",
            Owner = owner,
            Whole = kind == ClaimKind.Share && _told.LastOf(sentence, start) is { IsWholeOfShare: true } divided ? divided : null,
            IsWholeOfShare = kind == ClaimKind.Amount && label.StartsWith('占') && text.AsSpan(start + number.Length + unit.Length) is ['的', >= '0' and <= '9', ..],
            Base = change.Success ? Base().Match(change.Value).Groups["base"].Value : "",
            IsOfEarlierYear = kind == ClaimKind.Amount && IsOfEarlierYear(label, sentence, start),
            IsBudgeted = kind == ClaimKind.Amount && _isAccounts && Budgeted().IsMatch(label),
            Item = item,
            IsOfItem = item is not null && IsItemTotal(own),
            IsOfAccounts = _isAccounts,
            Project = _project,
            Place = _line.Place(start, number.Length),
        });
    }

    /// <summary>Whether the words before a figure may end in a change; the pattern is dear.</summary>
    private static bool MayChange(string label) =>
        label.AsSpan(Math.Max(0, label.Length - LongestChangeEnd)).IndexOfAny(ChangeEnds) >= 0 || label.EndsWith('收')
        || label.Contains("大于", StringComparison.Ordinal) || label.Contains("小于", StringComparison.Ordinal);

    private static bool MayBeUnchanged(string text) =>
        text.Contains("持平", StringComparison.Ordinal) || text.Contains("一致", StringComparison.Ordinal) || text.Contains("相同", StringComparison.Ordinal)
        || text.Contains("无变化", StringComparison.Ordinal) || text.Contains("无增减", StringComparison.Ordinal) || text.Contains("没有变化", StringComparison.Ordinal);

    /// <summary>
    /// Whether a figure is missing before a unit: white space stands there, or the unit ends its clause behind the name of an amount. The
    /// second goes for money alone: 车辆 is a word.
    /// </summary>
    private bool IsGap(int start, ReadOnlySpan<char> unit)
    {
        var text = _line.Text;
        var after = start + unit.Length;
        var isBlank = _line.HasBlankBefore(start) || (Money(unit) is not null && unit.Length > 1 && after < text.Length && text[after] is ',' or '。' or ';' or '、');
        return isBlank && BeforeGap().IsMatch(text.AsSpan(0, start));
    }

    /// <summary>持平 and the like are a change of nothing: of the thing they name, or of the amount before them.</summary>
    private void AddUnchanged(Match match)
    {
        var sentence = _line.Text.AsSpan(0, match.Index).Count('。');
        var own = FigureLabels.Cleaned(_line.Text[FigureLabels.Start(_line.Text, match.Index)..match.Index]);
        var isNamed = own.Length is >= 4 and <= 20 && own.AsSpan().IndexOfAnyInRange('0', '9') < 0;
        var before = _told.Owner(sentence, match.Index, orBefore: true);
        var owner = isNamed ? _told.Named(own) : before;
        if ((owner ?? before ?? _claims.FindLast(claim => claim.Line == _line && claim.Money is not null)) is not { Money: { } unit } measured)
        {
            return;
        }

        _claims.Add(new Claim
        {
            Kind = ClaimKind.Unchanged,
            Section = _section,
            Line = _line,
            Sentence = sentence,
            Label = match.Value,
            Start = match.Index,
            Subject = owner?.Subject ?? own,
            Value = 0,
            Decimals = measured.Decimals,
            Money = unit,
            Owner = owner,
            Base = match.Groups["base"].Value,
            Item = owner?.Item,
            IsOfItem = owner?.IsOfItem ?? false,
            IsOfAccounts = _isAccounts,
            Project = _project,
            Place = _line.Place(match.Groups["word"].Index, match.Groups["word"].Length),
        });
    }

    private static ClaimKind PercentKind(string label, bool changes) =>
        label.Contains('占', StringComparison.Ordinal) && !OfBudget().IsMatch(label) ? ClaimKind.Share
        : Completion().IsMatch(label) ? ClaimKind.Completion
        : changes ? ClaimKind.Rate
        : ClaimKind.Percent;

    private string Subject(ClaimKind kind, string label, string own, Claim? owner, ItemReference? item, int sentence, int start)
    {
        if (FigureLabels.IsOneOfSeveral(label, kind == ClaimKind.Amount) || (kind == ClaimKind.Count && own.Length == 0 && YearWords.AreAll(label)))
        {
            return "";
        }

        if (kind is ClaimKind.Share or ClaimKind.Rate or ClaimKind.Change or ClaimKind.Completion && (own.Length == 0 || kind is ClaimKind.Share or ClaimKind.Completion))
        {
            return owner?.Subject ?? (own.Length > 0 ? own : _told.LastSubject(sentence, start));
        }

        if (_project is not null && ProjectTotal().IsMatch(own))
        {
            return _project;
        }

        // 公务接待费支出预算3万元,支出决算2万元: the second is of what the first names.
        if (_isAccounts && kind == ClaimKind.Amount && item is null && IsActual().IsMatch(own)
            && _told.LastOf(sentence, start) is { IsBudgeted: true, Subject: var budgeted } && ThingNames.Budgeted(budgeted) is { Length: > 0 } thing)
        {
            return thing + "支出决算";
        }

        if (own.Length > 0 && IsBase().IsMatch(own) && _told.LastSubject(sentence, start) is { Length: > 0 } compared)
        {
            return compared;
        }

        if (own.Length > 0 && !(item is not null && IsItemTotal(own)) && own != "年初")
        {
            return own;
        }

        if (item is not null)
        {
            return item.Printed;
        }

        return _project ?? (_told.LastSubject(sentence, start) is { Length: > 0 } last ? last
            : Topic().Match(_line.Text) is { Success: true } topic ? topic.Groups["words"].Value
            : FigureLabels.Cleaned(_section.Sub.Length > 0 ? _section.Sub : _section.Heading));
    }

    /// <summary>Spreadsheets and people drop zeros at the end: the finest place of the line is that of all its amounts of the unit.</summary>
    private void ShareFinestPlace()
    {
        for (var i = _begin; i < _claims.Count; i++)
        {
            if (_claims[i].Money is { } unit && _claims[i].Label.AsSpan().IndexOfAny(Rounded) < 0)
            {
                for (var j = _begin; j < _claims.Count; j++)
                {
                    _claims[i].Decimals = _claims[j].Money == unit ? Math.Max(_claims[i].Decimals, _claims[j].Decimals) : _claims[i].Decimals;
                }
            }
        }
    }

    private static bool IsItemTotal(string own) => own.Length == 0 || ItemTotal().IsMatch(own);

    /// <summary>Numbers of dates, of ordinals and of thresholds (100万元以上) state nothing.</summary>
    private static bool IsNoFigure(string text, int start, int after, ReadOnlySpan<char> unit)
    {
        return (unit is "个" && after < text.Length && text[after] is '月' or '百')
            || (start > 0 && text[start - 1] == '第')
            || Threshold().IsMatch(text.AsSpan(after, Math.Min(6, text.Length - after)));
    }

    private static MoneyUnit? Money(ReadOnlySpan<char> unit) => unit switch
    {
        "元" => MoneyUnit.Yuan,
        "千元" => MoneyUnit.ThousandYuan,
        "万元" or "万" => MoneyUnit.TenThousandYuan,
        "亿元" or "亿" => MoneyUnit.HundredMillionYuan,
        _ => null,
    };

    /// <summary>
    /// Whether an amount is of an earlier year: its words say so, or, where they name no year, the heading of its section or the words of the
    /// amount that its sentence began with, of which it is a part.
    /// </summary>
    private bool IsOfEarlierYear(string label, int sentence, int start) =>
        YearWords.Tell(label, _year, _isAccounts)
        ?? (_section.IsOfEarlierYear || YearWords.Tell(YearWords.Lead(_line.Text, start), _year, isAccounts: true) == true || (_told.FirstOf(sentence) is { IsOfEarlierYear: true, Label: var first } && YearWords.AreFirst(first)));

    [GeneratedRegex(@"((?<![0-9.])[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?)?(亿元|万元|千元|元|%|万(?![人元册平])|亿(?!元)|人次|人|辆|台|批次|次|家|个(?![百月])|名|批|套|平方米)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Token();

    /// <summary>What a missing figure follows: the name of an amount or a kind of thing.</summary>
    [GeneratedRegex(@"(预算|经费|支出|收入|费用|费|金额|价值|总额|合计|车|设备|人数|为|共|共计)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BeforeGap();

    [GeneratedRegex(@"(?:(?:比|较|同比|与)(?<what>[^,;。]*?))?(?<verb>增加|增长|上升|提高|增支|增收|减收|减少|下降|降低|减支|压减|核减)(?:\(减少\)|\(增加\)|或减少|或增加|\(下降\)|\(增长\))?(?:了|约|为)?$|决算数?(?<verb>大于|小于)(?:年初|全年|调整|年度)?预算数?(?:约)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Change();

    [GeneratedRegex(@"(比|较|与|同)(?<base>(上年|去年|上一年|\d{4}年)(度)?(年初|调整)?(预算执行数|执行数|决算数|决算|预算数|预算|数)?|(年初|全年|调整)?预算数?)(相比)?,?(?<word>持平|一致|相同|无变化|没有变化|无增减变化|无增减)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Unchanged();

    [GeneratedRegex(@"(?:比|较|同比|与|大于|小于)(?<base>(?:上年|去年|上一年|\d{4}年)?(?:度)?(?:年初|调整)?(?:预算执行数|执行数|决算数|决算|预算数|预算|数)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Base();

    [GeneratedRegex(@"完成(年初|全年|调整|年度)?预算|预算完成率|执行率|为(年初|全年|调整|年度)?预算(数)?的|占(年初|全年|调整|年度)?预算(数)?的?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Completion();

    /// <summary>占调整预算98%: what was carried out of a budget, where 占支出预算98% is a part of one.</summary>
    [GeneratedRegex("占((年初|全年|调整|年度)预算(数)?|预算数)的?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OfBudget();

    [GeneratedRegex(@"^(\((含|含本数)\))?(及)?(以上|以下|以内)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Threshold();

    /// <summary>What is said of an item beside its name where the figure is the whole of it.</summary>
    [GeneratedRegex(@"^(当年|年初|全年|调整|执行|决算|支出|预算|拨款|财政|安排|共|数|合计|总额|一般公共)+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ItemTotal();

    [GeneratedRegex("^(项目)?(预算|资金|经费|年度)?(安排)?(规模|总额|金额|资金|数)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ProjectTotal();

    /// <summary>The words of a paragraph's first sentence that has no figure, as （二）公务接待费。</summary>
    [GeneratedRegex(@"^(\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、])(?<words>[^,。;:0-9]{2,30}?)(情况)?(说明)?[。:]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Topic();

    /// <summary>What the year before is called where its figure stands beside that of the year.</summary>
    [GeneratedRegex(@"^(比|较|与|和|同比)(上年|去年|上一年|20\d\d年)(度|同期)?(累计)?(年初|调整)?(预算|决算|执行|支出)?(数|的)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex IsBase();

    /// <summary>What was spent, of a thing that is named before.</summary>
    [GeneratedRegex("^(支出|实际支出)?决算(数)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex IsActual();

    [GeneratedRegex(@"(年初|全年|调整|年度)预算|预算(数)?为$|(支出|费|费用|经费)预算(数)?$|^(20\d\d年度?)?(预算|调整)(数)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Budgeted();

}
