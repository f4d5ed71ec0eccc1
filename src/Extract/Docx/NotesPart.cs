using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>Foot- or endnotes by id, read when the first one is referred to. Each is given once: a second reference prints only its mark.</summary>
internal sealed class NotesPart(Func<Dictionary<string, List<Block>>> read)
{
    private readonly HashSet<string> _taken = [];
    private Dictionary<string, List<Block>>? _notes;
    private bool _isReading;

    public IReadOnlyList<Block> Take(string id)
    {
        if (_isReading)
        {
            // Notes do not refer to notes; a file where they do must not make reading them begin again.
            return [];
        }

        if (_notes is null)
        {
            _isReading = true;
            _notes = read();
            _isReading = false;
        }

        return _taken.Add(id) && _notes.TryGetValue(id, out var note) ? note : [];
    }
}
