using System.Security.Cryptography;
using System.Text;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Discovery;

/// <summary>Sorts the references of one page. Those that lead to one address are judged together, by the best that any of them says.</summary>
internal sealed class LinkSorting
{
    private readonly Page _page;
    private readonly Source _source;
    private readonly SourceSettings _settings;
    private readonly Uri _self;
    private readonly Pagination _pagination;
    private readonly IReadOnlyList<string> _titles;
    private readonly List<IgnoredReason> _ignored = [];
    private readonly List<Target> _targets = [];
    private readonly Dictionary<string, Target> _byAddress = new(StringComparer.Ordinal);
    private int _seen;

    public LinkSorting(Page page, Pagination pagination, Source source, string? reachedBy)
    {
        _page = page;
        _source = source;
        _settings = source.Settings;
        _self = CanonicalAddress.Of(page.Address);
        _pagination = pagination;
        _titles = [.. new[] { page.Title, reachedBy ?? "" }.Where(static title => title.Length > 0)];
    }

    /// <summary>Takes a reference.</summary>
    public void Add(Reference reference)
    {
        _seen++;
        var resolution = Resolution.Of(reference.Raw, _page.Base, _page.Encoding);
        if (resolution.Address is not { } address)
        {
            // Pages that the scripts count are found without their links.
            var isScriptedPage = reference.IsCall && _pagination.Generated.Count == 0 && Pagination.IsPagerText(Said(reference));
            _ignored.Add(isScriptedPage ? IgnoredReason.ScriptedPage : resolution.Reason);
            return;
        }

        if (ViewerParameter.In(address, _settings.Extensions) is { } document && Resolution.Of(document, address, _page.Encoding).Address is { } shown)
        {
            (address, reference) = (shown, reference with { FoundBy = FoundBy.Viewer });
        }

        if (address == _self)
        {
            _ignored.Add(IgnoredReason.Itself);
            return;
        }

        if (_byAddress.TryGetValue(address.AbsoluteUri, out var known))
        {
            _ignored.Add(IgnoredReason.Duplicate);
            known.References.Add(reference);
            return;
        }

        var target = new Target(address, [reference]);
        _byAddress.Add(address.AbsoluteUri, target);
        _targets.Add(target);
    }

    /// <summary>What everything came to.</summary>
    public PageLinks Result()
    {
        List<Link> pages = [], details = [], attachments = [];
        var content = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in _targets)
        {
            var reason = Sort(target, out var place);
            if (reason is { } ignored)
            {
                _ignored.Add(ignored);
            }
            else
            {
                (place switch { Place.NextPage => pages, Place.Detail => details, _ => attachments }).Add(LinkOf(target));
            }

            if (place != Place.NextPage)
            {
                content.Add(target.Address.AbsoluteUri);
            }
        }

        return new PageLinks
        {
            NextPages = pages,
            Details = details,
            Attachments = attachments,
            Ignored = _ignored.CountBy(static reason => reason).OrderBy(static pair => pair.Key).ToDictionary(),
            Seen = _seen,
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', content)))),
        };
    }

    // The place of a target, and the reason where it is not taken.
    private IgnoredReason? Sort(Target target, out Place place)
    {
        var address = target.Address;
        place = Place.Attachment;
        if (target.References.Any(reference => AttachmentSigns.Of(address, Said(reference), _settings)))
        {
            return JudgeAttachment(target);
        }

        place = Place.NextPage;
        var extension = FileExtension.Of(address);
        var isAsset = FileExtension.IsAsset(extension);
        if (!isAsset && IsOfSite(address)
            && target.References.Any(reference => reference.IsNextPage || reference.FoundBy is FoundBy.Frame || _pagination.IsPage(address, reference.Text)))
        {
            return target.References.All(static reference => !reference.IsNextPage) && _pagination.IsPast(address) ? IgnoredReason.PastLastPage : null;
        }

        if (!isAsset && _settings.ListPages.Any(pattern => pattern.Matches(address)))
        {
            return null;
        }

        place = Place.Detail;
        return isAsset ? IgnoredReason.Asset
            : !IsOfSite(address) ? IgnoredReason.OtherSite
            : Best(target) is var verdict && verdict != TitleVerdict.Wanted ? ReasonOf(verdict)
            : _settings.DetailPages.Count > 0 && !_settings.DetailPages.Any(pattern => pattern.Matches(address)) ? IgnoredReason.OtherPattern
            : null;
    }

    // A document is wanted for its own title or for that of its page; a year in its own title counts before that of the page.
    private IgnoredReason? JudgeAttachment(Target target)
    {
        var own = Best(target);
        if (own is TitleVerdict.Wanted && IsOfSite(target.Address))
        {
            return null;
        }

        var asked = _settings.Titles.Years;
        var years = target.References.SelectMany(static reference => TitleFilter.YearsIn(Said(reference))).ToList();
        if (own is TitleVerdict.Excluded or TitleVerdict.OtherYear || (asked.Count > 0 && years.Count > 0 && !years.Exists(asked.Contains)))
        {
            return own is TitleVerdict.Excluded ? IgnoredReason.ExcludedWord : IgnoredReason.OtherYear;
        }

        var page = _titles.Select(_settings.Titles.Judge).DefaultIfEmpty(TitleVerdict.NoWord).Min();
        return page is TitleVerdict.Wanted || (page is TitleVerdict.OtherYear && years.Count > 0) ? null
            : own is TitleVerdict.Wanted ? IgnoredReason.OtherSite
            : ReasonOf(page);
    }

    private TitleVerdict Best(Target target) => target.References.Min(Judge);

    private TitleVerdict Judge(Reference reference)
    {
        var verdict = _settings.Titles.Judge(TitleOf(reference));
        return verdict == TitleVerdict.NoWord && reference.Nearby.Length > 0 ? _settings.Titles.Judge(reference.Nearby + " " + reference.Text) : verdict;
    }

    private Link LinkOf(Target target)
    {
        var best = target.References.MinBy(reference => (Judge(reference), DocumentTitle.IsEmptyTalk(TitleOf(reference)) ? 1 : 0))!;
        return new Link(target.Address, TitleOf(best), best.FoundBy)
        {
            Text = best.Text,
            TitleAttribute = best.Title,
            Published = target.References.Select(static reference => PublicationDate.In(reference.Nearby) ?? PublicationDate.In(reference.Text)).FirstOrDefault(static date => date is not null)
                ?? PublicationDate.InPath(target.Address),
        };
    }

    // The title attribute says whole what the text cuts short; where both say nothing, what stands beside the link does.
    private static string TitleOf(Reference reference)
    {
        var (text, title) = (reference.Text, reference.Title);
        if (title.Length > 0 && (text.Length == 0 || DocumentTitle.IsCut(text) || DocumentTitle.IsEmptyTalk(text) || title.Contains(text, StringComparison.Ordinal)))
        {
            text = DocumentTitle.IsEmptyTalk(title) && text.Length > 0 ? text : title;
        }

        return DocumentTitle.IsEmptyTalk(text) && TitleFilter.WithoutDates(reference.Nearby) is { Length: > 0 } nearby ? nearby : text;
    }

    private static string Said(Reference reference) => reference.Text.Length > 0 ? reference.Text : reference.Title;

    private bool IsOfSite(Uri address) =>
        Site.IsSame(address, _self) || _source.Start.Any(start => Site.IsSame(address, start)) || _source.Json.Any(endpoint => Site.IsSame(address, endpoint.AddressOf(endpoint.FirstPage)));

    private static IgnoredReason ReasonOf(TitleVerdict verdict) => verdict switch
    {
        TitleVerdict.Excluded => IgnoredReason.ExcludedWord,
        TitleVerdict.OtherYear => IgnoredReason.OtherYear,
        _ => IgnoredReason.NoWord,
    };

    private enum Place
    {
        NextPage,
        Detail,
        Attachment,
    }

    private sealed record Target(Uri Address, List<Reference> References);
}
