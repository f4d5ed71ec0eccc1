using System.Text.Encodings.Web;
using System.Text.Json;
using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>JSON objects, one a line, in UTF-8; Chinese stands as it is. Places are objects, so that a program need not take a text apart.</summary>
internal sealed class JsonRowWriter : RowWriter, IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly RowBuffer _output;

    public JsonRowWriter(RowBuffer output)
    {
        _output = output;
        Json = new Utf8JsonWriter(output, Options);
    }

    /// <summary>For what only JSON can hold: nested objects.</summary>
    public Utf8JsonWriter Json { get; }

    public override void BeginRow() => Json.WriteStartObject();

    public override void EndRow() => Json.WriteEndObject();

    /// <summary>Ends the line; the next row is an object of its own.</summary>
    public void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _output.Append((byte)'\n');
    }

    public override void Text(string column, string? value) => Json.WriteString(column, value);

    public override void Number(string column, decimal? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(column, number);
        }
        else
        {
            Json.WriteNull(column);
        }
    }

    public override void Count(string column, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(column, number);
        }
        else
        {
            Json.WriteNull(column);
        }
    }

    public override void Flag(string column, bool value) => Json.WriteBoolean(column, value);

    public override void Place(string column, Place? value)
    {
        Json.WritePropertyName(column);
        if (value is null)
        {
            Json.WriteNullValue();
        }
        else
        {
            Object(value);
        }
    }

    public override void Places(string column, IReadOnlyList<Place> values)
    {
        Json.WriteStartArray(column);
        foreach (var place in values)
        {
            Object(place);
        }

        Json.WriteEndArray();
    }

    public void Dispose() => Json.Dispose();

    private void Object(Place place)
    {
        Json.WriteStartObject();
        Json.WriteString("text", PlaceText.Of(place, OfDocument));
        if (PlaceText.IsElsewhere(place, OfDocument))
        {
            Json.WriteString("sha256", place.Sha256);
        }

        Part("page", place.Page);
        Part("block", place.Block);
        Part("table", place.Table);
        Part("row", place.Row);
        Part("column", place.Column);
        if (place.Source.Part is { } part)
        {
            Json.WriteString("part", part);
        }

        Part("line", place.Source.Line);
        Part("char", place.Source.Character);
        Part("offset", place.Span.Start);
        Part("length", place.Span.Length);
        if (place.Box is { } box)
        {
            Json.WriteStartArray("box");
            Json.WriteNumberValue(box.Left);
            Json.WriteNumberValue(box.Bottom);
            Json.WriteNumberValue(box.Right);
            Json.WriteNumberValue(box.Top);
            Json.WriteEndArray();
        }

        Json.WriteEndObject();
    }

    private void Part(string name, int? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }
}
