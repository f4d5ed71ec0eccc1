using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class LinkWordsTests
{
    [Theory]
    [InlineData("上年预算数", LinkMeasure.PreviousBudget)]
    [InlineData("2019年预算数小计", LinkMeasure.PreviousBudget)]
    [InlineData("上年一般公共预算", LinkMeasure.PreviousUnnamed)]
    [InlineData("2019年一般公共预算预算数", LinkMeasure.PreviousBudget)]
    [InlineData("上年预算执行数", LinkMeasure.PreviousExecuted)]
    [InlineData("上年决算数", LinkMeasure.PreviousAccounts)]
    [InlineData("上年数", LinkMeasure.PreviousUnnamed)]
    [InlineData("上年调整预算数", null)]
    [InlineData("上年预计执行数", null)]
    public void Base_wordsOfAHeader_nameTheDocumentMeant(string words, LinkMeasure? measure) => Assert.Equal(measure, LinkWords.Base(words));

    [Theory]
    [InlineData("上年预算", true)]
    [InlineData("去年", true)]
    [InlineData("2019年决算数", true)]
    [InlineData("2018年决算数", false)]
    [InlineData("年初预算", false)]
    [InlineData("", false)]
    public void NamesYearBefore_wordsOfASentence_areOfThatYearAlone(string words, bool expected) => Assert.Equal(expected, LinkWords.NamesYearBefore(words, 2020));

    [Theory]
    [InlineData("年初预算数", "", LinkMeasure.InitialBudget)]
    [InlineData("预算数", "", LinkMeasure.SomeBudget)]
    [InlineData("预算数", "预算数为“三公”经费年初预算数", LinkMeasure.InitialBudget)]
    [InlineData("预算数", "预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数", null)]
    [InlineData("调整预算数", "", null)]
    [InlineData("全年预算数", "", null)]
    public void Budget_columnOfAccounts_isTheInitialOneOnlyWhereItIsSaid(string words, string note, LinkMeasure? measure) =>
        Assert.Equal(measure, LinkWords.Budget(words, note.Length > 0 ? [note] : []));

    [Theory]
    [InlineData("根据机构改革方案，职能划转至本局", true)]
    [InlineData("两个单位合并", true)]
    [InlineData("在职人员减少七人", false)]
    public void SpeaksOfRestructuring_sentence_isSeen(string sentence, bool expected) => Assert.Equal(expected, LinkWords.SpeaksOfRestructuring(sentence));
}
