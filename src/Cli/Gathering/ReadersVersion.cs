using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Gouji.Extract;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Gathering;

/// <summary>
/// Names what reads originals by what it is compiled to: the readers, the recognition of forms, and the packages that they stand on. The
/// compiler gives the same sources the same identity, so that nothing is read again by a program whose readers are the same, and that
/// nobody has to remember to count a number up when they are not. The version of the program is not among it.
/// </summary>
internal static class ReadersVersion
{
    private const int Digits = 16;

    /// <summary>Of this program, with the form in which the workspace keeps what was read.</summary>
    public static string Current { get; } = $"{Of(typeof(DocumentExtractor).Assembly, typeof(Rule).Assembly)}-{ResultKeeper.Form}";

    /// <summary>Of assemblies and all that they refer to but the runtime.</summary>
    public static string Of(params Assembly[] assemblies)
    {
        var identities = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        var waiting = new Queue<Assembly>(assemblies);
        while (waiting.TryDequeue(out var assembly))
        {
            if (identities.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
            {
                foreach (var name in assembly.GetReferencedAssemblies().Where(static name => !IsOfTheRuntime(name.Name!)))
                {
                    waiting.Enqueue(Assembly.Load(name));
                }
            }
        }

        var text = string.Join('\n', identities.Select(static pair => $"{pair.Key} {pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }

    private static bool IsOfTheRuntime(string name) => name is "mscorlib" or "netstandard" || name.Split('.')[0] is "System" or "Microsoft";
}
