using System.Collections;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Gathering;

/// <summary>
/// The figures of a document that lie in a workspace. How many there are is at hand; they themselves are read when somebody asks for them,
/// and may be let go of once nobody holds them, so that comparing a family takes the memory of the few documents under way.
/// </summary>
/// <param name="count">How many there are.</param>
/// <param name="read">Reads them; the same each time.</param>
internal sealed class KeptFigures(int count, Func<IReadOnlyList<LinkFigure>> read) : IReadOnlyList<LinkFigure>
{
    private readonly WeakReference<IReadOnlyList<LinkFigure>?> _figures = new(null);

    public int Count => count;

    private IReadOnlyList<LinkFigure> Figures
    {
        get
        {
            if (!_figures.TryGetTarget(out var figures))
            {
                _figures.SetTarget(figures = read());
            }

            return figures;
        }
    }

    public LinkFigure this[int index] => Figures[index];

    public IEnumerator<LinkFigure> GetEnumerator() => Figures.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
