using Gouji.Model;

namespace Gouji.Cli.Tests;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("", "", Language.English)]
    [InlineData("", "LANG=zh_CN.UTF-8", Language.Chinese)]
    [InlineData("", "LANG=zh_CN.UTF-8;LC_ALL=C", Language.English)]
    [InlineData("", "LANG=en_GB.UTF-8;LC_ALL=zh_TW", Language.Chinese)]
    [InlineData("", "LC_ALL=en_GB;GOUJI_LANG=zh", Language.Chinese)]
    [InlineData("", "LC_ALL=;LANG=zh_CN", Language.Chinese)]
    [InlineData("check --lang zh", "LANG=C", Language.Chinese)]
    [InlineData("check --lang=en x", "LANG=zh_CN", Language.English)]
    [InlineData("check -- --lang zh", "LANG=C", Language.English)]
    [InlineData("check --lang", "LANG=C", Language.English)]
    public void Of_optionThenEnvironment_firstThatSaysWins(string arguments, string environment, Language expected)
    {
        var variables = environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1]);
        Assert.Equal(expected, LanguageChoice.Of(arguments.Split(' '), name => variables.GetValueOrDefault(name)));
    }
}
