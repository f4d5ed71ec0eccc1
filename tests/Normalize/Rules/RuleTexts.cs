namespace Gouji.Normalize.Tests.Rules;

/// <summary>Texts of rules that tests vary.</summary>
internal static class RuleTexts
{
    public static string Minimal(string id, string severity = "error", string formula = "B3[total].total = B5[total].total") =>
        $"""
        rule {id} {severity}
          zh    两表合计一致
          en    The totals agree
          that  {formula}
          by    某规定

        """;
}
