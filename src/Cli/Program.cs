using System.Globalization;
using Gouji.Cli.Checking;
using Gouji.Cli.Screen;

namespace Gouji.Cli;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        // Output never depends on the culture of the machine; messages of libraries are English, as are the reasons in the output.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var terminal = Terminal.OfProcess();
        return Application.Run(arguments, terminal, new Stages());
    }
}
