using System.Text.RegularExpressions;

namespace Gouji.Extract.Geometry;

/// <summary>Knows the numbers and marks with which paragraphs and rows begin: 一、（一）1. 第一部分 ●.</summary>
internal static partial class TextNumbering
{
    public static bool BeginsList(string text) => ListNumber().IsMatch(text);

    [GeneratedRegex(@"^(第[一二三四五六七八九十百0-9]{1,4}[部分章节条]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[、．]|[0-9]{1,3}\.([^0-9]|$)|[①-⑳●■◆▪•·★])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListNumber();
}
