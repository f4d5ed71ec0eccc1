using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Gouji.Model;

namespace Gouji.Corpus.Tests.Mutations;

/// <summary>Draws slips at random: the same numbers give the same slips.</summary>
internal sealed partial class Mutations
{
    private const int Attempts = 20;

    private static readonly (string Rise, string Fall)[] Directions = [("增加", "减少"), ("增长", "下降")];

    private readonly DocumentContent _content;
    private readonly Fact[] _covered;
    private readonly PCG _random;

    public Mutations(CheckedSource source, Identities identities, uint seed)
    {
        _content = source.Content;
        _covered = [.. identities.Covered];
        _random = new PCG(1, seed);
    }

    /// <summary>As many slips as asked for, of all kinds in turn, where the document has room for them.</summary>
    public IEnumerable<Mutation> Draw(int count)
    {
        var kinds = Enum.GetValues<MutationKind>();
        for (var i = 0; i < count; i++)
        {
            // Few figures are percentages or changes: a kind that does not fit a figure is tried on others.
            for (var attempt = 0; attempt < Attempts && _covered.Length > 0; attempt++)
            {
                if (Of(kinds[i % kinds.Length], _covered[Next(_covered.Length)]) is { } mutation)
                {
                    yield return mutation;
                    break;
                }
            }
        }
    }

    private Mutation? Of(MutationKind kind, Fact fact)
    {
        var text = ((Paragraph)_content.Blocks[fact.Place.Block - 1]).Text;
        var printed = text.Substring(fact.Place.Span.Start, fact.Place.Span.Length);
        if (!printed.All(static c => char.IsAsciiDigit(c) || c == '.'))
        {
            return null;
        }

        var isPercent = fact.Measure is Measure.Share or Measure.Rate;
        return kind switch
        {
            MutationKind.Digit when !isPercent => Digit(kind, fact, text, printed),
            MutationKind.Percent when isPercent => Digit(kind, fact, text, printed),
            MutationKind.Transposition when !isPercent => Transposition(fact, text, printed),
            MutationKind.Unit when fact.Unit is not null => Unit(fact, text),
            MutationKind.Direction when fact.Measure is Measure.Change or Measure.Rate && fact.Stated != 0 => Direction(fact, text),
            MutationKind.Order when fact.Measure == Measure.ThisYear && fact.Amount is not null => Order(fact, text, printed),
            _ => null,
        };
    }

    private Mutation? Digit(MutationKind kind, Fact fact, string text, string printed)
    {
        var digits = Enumerable.Range(0, printed.Length).Where(i => char.IsAsciiDigit(printed[i])).ToArray();
        var at = digits[Next(digits.Length)];
        var digit = (char)('0' + ((printed[at] - '0' + 1 + Next(9)) % 10));
        return Restated(kind, fact, text, printed[..at] + digit + printed[(at + 1)..]);
    }

    private Mutation? Transposition(Fact fact, string text, string printed)
    {
        var pairs = Enumerable.Range(0, printed.Length - 1).Where(i => char.IsAsciiDigit(printed[i]) && char.IsAsciiDigit(printed[i + 1]) && printed[i] != printed[i + 1]).ToArray();
        return pairs.Length == 0 || pairs[Next(pairs.Length)] is var at && at < 0 ? null
            : Restated(MutationKind.Transposition, fact, text, printed[..at] + printed[at + 1] + printed[at] + printed[(at + 2)..]);
    }

    private static Mutation? Restated(MutationKind kind, Fact fact, string text, string figure)
    {
        var stated = decimal.Parse(figure, CultureInfo.InvariantCulture) * (fact.Stated < 0 || SaysFall(fact, text) ? -1 : 1);
        var value = fact.Unit is { } unit ? stated * unit.InYuan() : stated;
        return value == (fact.Amount?.Yuan ?? fact.Stated) ? null : new Mutation(
            kind,
            fact.Place.Block,
            Replace(text, fact.Place.Span.Start, fact.Place.Span.Length, figure),
            new Dictionary<Fact, decimal>(ReferenceEqualityComparer.Instance) { [fact] = value },
            [fact.Place.Span.Start]);
    }

    /// <summary>A change of zero has no sign of its own.</summary>
    private static bool SaysFall(Fact fact, string text) =>
        fact.Stated == 0 && fact.Measure is Measure.Change or Measure.Rate && Before(fact, text) is var before && Directions.Any(pair => before.EndsWith(pair.Fall, StringComparison.Ordinal));

    private static Mutation? Unit(Fact fact, string text)
    {
        var behind = fact.Place.Span.Start + fact.Place.Span.Length;
        if (fact.Stated == 0 || UnitOfMoney().Match(text, behind) is not { Success: true } match || match.Index != behind)
        {
            return null;
        }

        var wide = match.Groups["wide"].Success;
        return new Mutation(
            MutationKind.Unit,
            fact.Place.Block,
            Replace(text, behind, match.Length, wide ? "元" : "万元"),
            new Dictionary<Fact, decimal>(ReferenceEqualityComparer.Instance) { [fact] = wide ? fact.Amount!.Value.Yuan / 10_000 : fact.Amount!.Value.Yuan * 10_000 },
            [fact.Place.Span.Start]);
    }

    private static Mutation? Direction(Fact fact, string text)
    {
        var before = Before(fact, text);
        foreach (var (rise, fall) in Directions)
        {
            foreach (var (word, other) in new[] { (rise, fall), (fall, rise) })
            {
                if (before.EndsWith(word, StringComparison.Ordinal))
                {
                    return new Mutation(
                        MutationKind.Direction,
                        fact.Place.Block,
                        Replace(text, before.Length - word.Length, word.Length, other),
                        new Dictionary<Fact, decimal>(ReferenceEqualityComparer.Instance) { [fact] = -(fact.Amount?.Yuan ?? fact.Stated!.Value) },
                        [fact.Place.Span.Start]);
                }
            }
        }

        return null;
    }

    private Mutation? Order(Fact fact, string text, string printed)
    {
        var others = _covered.Where(other => other.Place.Block == fact.Place.Block && other.Measure == Measure.ThisYear && other.Unit == fact.Unit && other.Place.Span.Start > fact.Place.Span.Start && other.Amount?.Yuan != fact.Amount?.Yuan).ToArray();
        if (others.Length == 0)
        {
            return null;
        }

        var second = others[Next(others.Length)];
        var (first, behind) = (fact.Place.Span, second.Place.Span);
        var moved = text.Substring(behind.Start, behind.Length);
        return new Mutation(
            MutationKind.Order,
            fact.Place.Block,
            Replace(Replace(text, behind.Start, behind.Length, printed), first.Start, first.Length, moved),
            new Dictionary<Fact, decimal>(ReferenceEqualityComparer.Instance) { [fact] = second.Amount!.Value.Yuan, [second] = fact.Amount!.Value.Yuan },
            [first.Start, behind.Start + moved.Length - printed.Length]);
    }

    private static string Before(Fact fact, string text) => text[..fact.Place.Span.Start].TrimEnd();

    private static string Replace(string text, int start, int length, string by) => string.Concat(text.AsSpan(0, start), by, text.AsSpan(start + length));

    private int Next(int below) => (int)_random.Next((uint)below);

    [GeneratedRegex(@"\s*(?<wide>万)?元", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UnitOfMoney();
}
