using System.Net;

namespace Gouji.Ingest.Discovery;

/// <summary>Which hosts belong to one site: those of one registered name, such as all under <c>city.gov.cn</c>.</summary>
internal static class Site
{
    private static readonly string[] SecondLevels =
    [
        "gov", "com", "org", "net", "edu", "ac", "mil",
        "bj", "sh", "tj", "cq", "he", "sx", "nm", "ln", "jl", "hl", "js", "zj", "ah", "fj", "jx", "sd", "ha", "hb", "hn", "gd", "gx", "hi",
        "sc", "gz", "yn", "xz", "sn", "gs", "qh", "nx", "xj", "tw", "hk", "mo",
    ];

    /// <summary>Whether two addresses are of one site. Hosts without a registered name are one site only with themselves and their port.</summary>
    public static bool IsSame(Uri one, Uri other) => NameOf(one) == NameOf(other);

    private static string NameOf(Uri address)
    {
        var labels = address.IdnHost.ToLowerInvariant().TrimEnd('.').Split('.');
        if (labels.Length < 2 || IPAddress.TryParse(address.IdnHost, out _))
        {
            return address.Authority;
        }

        var kept = labels[^1] == "cn" && Array.IndexOf(SecondLevels, labels[^2]) >= 0 ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }
}
