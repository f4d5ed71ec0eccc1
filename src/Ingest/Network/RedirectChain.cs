using System.Globalization;
using System.Net;

namespace Gouji.Ingest.Network;

/// <summary>The way from the address asked for to the one that answers: its hops, and the cookies that redirects set along it.</summary>
internal sealed class RedirectChain
{
    private readonly int _mostRedirects;
    private readonly List<Hop> _hops = [];
    private readonly List<HopHeads> _heads = [];
    private readonly CookieContainer _cookies = new();
    private readonly HashSet<(string Address, string Cookies)> _seen = [];
    private bool _downgraded;

    public RedirectChain(Uri address, int mostRedirects)
    {
        _mostRedirects = mostRedirects;
        Current = address;
        _seen.Add((address.AbsoluteUri, ""));
    }

    public Uri Current { get; private set; }

    public IReadOnlyList<Hop> Hops => _hops;

    /// <summary>What was sent to each of the hops, and what came back.</summary>
    public IReadOnlyList<HopHeads> Heads => _heads;

    /// <summary>The cookies for the current address; they die with the chain.</summary>
    public string Cookies => _cookies.GetCookieHeader(Current);

    /// <summary>Notes that the current address was asked.</summary>
    public void Asked(Answer answer)
    {
        _hops.Add(new Hop(Current, answer.Status) { Downgraded = _downgraded });
        _heads.Add(new HopHeads(answer.Sent, answer.Headers));
    }

    /// <summary>
    /// Goes where a redirect leads to; gives the reason where that makes no sense. The same address with other cookies is another
    /// request: sites set a session in this way.
    /// </summary>
    public (string Reason, string Detail)? Follow(Uri location, Answer answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                try
                {
                    _cookies.SetCookies(Current, value);
                }
                catch (CookieException)
                {
                    // A cookie that is malformed, or meant for another host, is not kept.
                }
            }
        }

        _downgraded = Current.Scheme == Uri.UriSchemeHttps && location.Scheme == Uri.UriSchemeHttp;
        Current = location;
        return _hops.Count > _mostRedirects ? (DownloadReason.TooManyRedirects, _mostRedirects.ToString(CultureInfo.InvariantCulture))
            : location.Scheme.StartsWith("http", StringComparison.Ordinal) && !_seen.Add((location.AbsoluteUri, Cookies)) ? (DownloadReason.RedirectLoop, location.AbsoluteUri)
            : null;
    }
}
