using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

/// <summary>Runs one built-in check on an example or a printed document.</summary>
internal static class Checks
{
    public static List<CheckResult> Run(string name, string example, params FormRole[] forms) => Run(name, new DisclosureRecogniser().Recognise(ExampleBuilder.Build(example)), forms);

    public static List<CheckResult> Run(string name, IReadOnlyList<Block> blocks, params FormRole[] forms) => Run(name, Printed.Recognise(blocks), forms);

    private static List<CheckResult> Run(string name, Disclosure disclosure, FormRole[] forms) =>
        [.. BuiltInChecks.Run(name, new FormIndex(disclosure), [.. forms.Select(static role => new FormName(role, ""))])];

    public static IEnumerable<CheckResult> Broken(this IEnumerable<CheckResult> results) => results.Where(static result => result.Verdict == Verdict.Broken);
}
