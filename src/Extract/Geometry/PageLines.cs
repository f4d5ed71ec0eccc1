namespace Gouji.Extract.Geometry;

/// <summary>Counts the lines of a page as a person would, from the top, so that every glyph has a place that can be told.</summary>
internal static class PageLines
{
    public static void Number(Sheet sheet)
    {
        var line = 0;
        for (var direction = Direction.Right; direction <= Direction.Down; direction++)
        {
            var glyphs = sheet.Glyphs.FindAll(glyph => glyph.Direction == direction);
            foreach (var group in TextLine.Group(glyphs))
            {
                line++;
                for (var i = 0; i < group.Glyphs.Count; i++)
                {
                    (group.Glyphs[i].Line, group.Glyphs[i].Character) = (line, i + 1);
                }
            }
        }

        // A glyph that was printed twice for boldness is not in its line a second time.
        sheet.Glyphs.RemoveAll(static glyph => glyph.Line == 0);
    }
}
