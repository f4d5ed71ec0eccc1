using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Codes;

/// <summary>The invariants of the CSV files, so that a corrected line cannot break the others.</summary>
public class CodeDataTests
{
    public static TheoryData<int> Kinds => [.. Enum.GetValues<ClassificationKind>().Select(static kind => (int)kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_everyCode_hasTheShapeOfItsClassification(int kind)
    {
        var (first, deepest) = (ClassificationKind)kind switch
        {
            ClassificationKind.Function => ('2', 7),
            ClassificationKind.Economic => ('3', 5),
            _ => ('5', 5),
        };
        Assert.All(Names(kind), name =>
        {
            Assert.Equal(first, name.Code[0]);
            Assert.True(name.Code.Length <= deepest, name.Code);
            Assert.Equal(name.Name.Trim(), name.Name);
            Assert.DoesNotContain('(', name.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_yearsOfACode_doNotOverlap(int kind) => Assert.All(Names(kind).GroupBy(static name => name.Code), static code =>
    {
        var names = code.ToArray();
        for (var i = 1; i < names.Length; i++)
        {
            Assert.False(names[i - 1].Years.Overlaps(names[i].Years), $"{names[i - 1]} and {names[i]}");
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_everyYearOfACode_hasItsParent(int kind)
    {
        var byCode = Names(kind).ToLookup(static name => name.Code);
        // The old economic classification is known by single numbers only.
        Assert.All(Names(kind).Where(static name => name.Code.Length > 3 && name.Years.From is not null), name =>
        {
            var parents = byCode[name.Code[..^2]].ToArray();
            Assert.NotEmpty(parents);
            for (var year = name.Years.From!.Value; year <= (name.Years.To ?? 2030); year++)
            {
                Assert.Contains(parents, parent => parent.Years.Contains(year));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_confirmedCode_standsUnderConfirmedParents(int kind)
    {
        var byCode = Names(kind).ToLookup(static name => name.Code);
        Assert.All(
            Names(kind).Where(static name => name.Code.Length > 3 && name.Confirmed && name.Years.From is not null),
            name => Assert.Contains(byCode[name.Code[..^2]], static parent => parent.Confirmed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_everyName_isFoundUnderItsCodeAndYear(int kind) => Assert.All(Names(kind), name =>
    {
        var codes = ClassificationCodes.Instance;
        var year = name.Years.From ?? name.Years.To;
        Assert.Equal(name.Name, codes.NameOf((ClassificationKind)kind, name.Code, year));
        Assert.Equal(name.Confirmed ? CodeState.Known : CodeState.KnownUnconfirmed, codes.Status((ClassificationKind)kind, name.Code, year).State);
        Assert.Equal(NameMatchKind.Same, codes.Match((ClassificationKind)kind, name.Code, name.Name, year).Kind);
        Assert.Equal(NameMatchKind.Variant, codes.Match((ClassificationKind)kind, name.Code, $" {name.Code} {name.Name}", year).Kind);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_everyClass_isFoundByItsName(int kind) => Assert.All(Names(kind).Where(static name => name.Code.Length == 3), name =>
    {
        Assert.True(ClassificationCodes.Instance.TryFindClassByName((ClassificationKind)kind, "一、" + name.Name, null, out var code));
        Assert.Equal(name.Code, code);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_unconfirmedName_neverBacksAClaim(int kind) => Assert.All(Names(kind).Where(static name => !name.Confirmed), name =>
    {
        var codes = ClassificationCodes.Instance;
        var year = name.Years.From ?? name.Years.To;
        Assert.Equal(NameMatchKind.NotTold, codes.Match((ClassificationKind)kind, name.Code, "全然不同的名称", year).Kind);
        for (var other = 2007; other <= 2030; other++)
        {
            var match = codes.Match((ClassificationKind)kind, name.Code, name.Name, other);
            Assert.False(match.Kind is NameMatchKind.StaleName or NameMatchKind.Different, $"{name.Code} {name.Name} in {other}: {match}");
        }
    });

    [Fact]
    public void Data_administrativeSections_haveTheGenericItems()
    {
        var codes = ClassificationCodes.Instance;
        Assert.Equal("行政运行", codes.NameOf(ClassificationKind.Function, "2010301", 2020));
        Assert.Equal("一般行政管理事务", codes.NameOf(ClassificationKind.Function, "2013202", 2020));
        Assert.Equal("机关服务", codes.NameOf(ClassificationKind.Function, "2010603", 2020));
        Assert.Equal("事业运行", codes.NameOf(ClassificationKind.Function, "2080150", 2020));
        Assert.Equal("其他组织事务支出", codes.NameOf(ClassificationKind.Function, "2013299", 2020));
        Assert.Equal("其他共产党事务支出", codes.NameOf(ClassificationKind.Function, "2013699", 2020));
        Assert.Null(codes.NameOf(ClassificationKind.Function, "2100701", 2020));
    }

    private static IEnumerable<CodeName> Names(int kind) => ClassificationCodes.Instance.Names((ClassificationKind)kind);
}
