using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>Foot- or endnotes by id, read when the first one is referred to. Each is given once: a second reference prints only its mark.</summary>
internal sealed class NotesPart(Func<Dictionary<string, List<Block>>> read)
{
    private readonly HashSet<string> _taken = [];
    private Dictionary<string, List<Block>>? _notes;

    public IReadOnlyList<Block> Take(string id)
    {
        if (_notes is null)
        {
            // Set before reading: notes that refer to notes must not begin reading them again.
            _notes = [];
            _notes = read();
        }

        return _taken.Add(id) && _notes.TryGetValue(id, out var note) ? note : [];
    }
}
