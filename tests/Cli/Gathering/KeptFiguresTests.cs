using Gouji.Cli.Gathering;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Tests.Gathering;

public sealed class KeptFiguresTests
{
    [Fact]
    public void Count_asked_readsNothing()
    {
        var figures = new KeptFigures(3, static () => throw new InvalidOperationException("they are not to be read"));
        Assert.Equal(3, figures.Count);
    }

    [Fact]
    public void Figures_heldBySomebody_areReadOnce()
    {
        var reads = 0;
        IReadOnlyList<LinkFigure> held = [];
        var figures = new KeptFigures(0, () =>
        {
            reads++;
            return held;
        });
        Assert.Empty(figures);
        GC.Collect();
        Assert.Empty(figures);
        GC.KeepAlive(held);
        Assert.Equal(1, reads);
    }

    [Fact]
    public void Figures_heldByNobody_areLetGoOfAndReadAgain()
    {
        var reads = 0;
        var figures = new KeptFigures(0, () =>
        {
            reads++;
            return new List<LinkFigure>();
        });
        Enumerate(figures);
        GC.Collect();
        Enumerate(figures);
        Assert.Equal(2, reads);
    }

    /// <summary>Apart, so that nothing of it is left on the stack.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Enumerate(KeptFigures figures) => Assert.Empty(figures);
}
