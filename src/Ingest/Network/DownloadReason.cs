using Gouji.Model;

namespace Gouji.Ingest.Network;

/// <summary>The stable words that say why a download is not a document, and the sentences that go with them.</summary>
public static class DownloadReason
{
    /// <summary>The scheme is neither http nor https.</summary>
    public const string Scheme = "scheme";

    /// <summary>The address carries a user name.</summary>
    public const string UserInfo = "user-info";

    /// <summary>The host can be spelt neither as a name nor as an address.</summary>
    public const string MalformedHost = "malformed-host";

    /// <summary>The host, or one of its addresses, is not public.</summary>
    public const string AddressNotPublic = "address-not-public";

    /// <summary>robots.txt does not allow the address.</summary>
    public const string RobotsDisallow = "robots-disallow";

    /// <summary>robots.txt could not be had, so nothing is allowed for now (RFC 9309 §2.3.1.4).</summary>
    public const string RobotsUnreachable = "robots-unreachable";

    /// <summary>401 or 407.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>403.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>451.</summary>
    public const string Legal = "legal";

    /// <summary>A login page (登录) stands in place of the document.</summary>
    public const string Login = "login";

    /// <summary>A firewall or a proof of being human (安全验证) stands in place of the document.</summary>
    public const string Challenge = "challenge";

    /// <summary>A page says that requests come too often (访问过于频繁).</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>404 or 410.</summary>
    public const string NotFound = "not-found";

    /// <summary>A page that says "not found" (页面不存在) with a status that says otherwise.</summary>
    public const string SoftNotFound = "soft-not-found";

    /// <summary>A page that says that the site is under maintenance (系统维护).</summary>
    public const string Maintenance = "maintenance";

    /// <summary>Some other page stands in place of the document.</summary>
    public const string PageInstead = "page-instead";

    /// <summary>A short message of a program (JSON, XML, a line of text) stands in place of the document.</summary>
    public const string MessageInstead = "message-instead";

    /// <summary>A message says that the document may not be had (没有权限).</summary>
    public const string NoPermission = "no-permission";

    /// <summary>The body ended before it was whole.</summary>
    public const string CutShort = "cut-short";

    /// <summary>No byte came for too long.</summary>
    public const string Idle = "idle";

    /// <summary>Bytes came, but so few that the body would never have been whole.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>The body is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The body inflates beyond all proportion.</summary>
    public const string Inflation = "inflation";

    /// <summary>The body is not coded as its headers say.</summary>
    public const string Encoding = "encoding";

    /// <summary>The body has no bytes.</summary>
    public const string Empty = "empty";

    /// <summary>429.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>5xx or 408.</summary>
    public const string ServerError = "server-error";

    /// <summary>A status that is no use here.</summary>
    public const string UnexpectedStatus = "unexpected-status";

    /// <summary>An address was come to twice.</summary>
    public const string RedirectLoop = "redirect-loop";

    /// <summary>More redirects than the limit.</summary>
    public const string TooManyRedirects = "too-many-redirects";

    /// <summary>A redirect that does not say where to.</summary>
    public const string RedirectNowhere = "redirect-nowhere";

    /// <summary>The name of the host is unknown.</summary>
    public const string NameUnknown = "name-unknown";

    /// <summary>No connection.</summary>
    public const string Connection = "connection";

    /// <summary>No secure connection: the certificate or the handshake failed.</summary>
    public const string Tls = "tls";

    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>An answer that is not HTTP.</summary>
    public const string Protocol = "protocol";

    /// <summary>The host failed so often that it is not asked for a time.</summary>
    public const string CircuitOpen = "circuit-open";

    /// <summary>The host asked for a pause longer than is waited out.</summary>
    public const string HostResting = "host-resting";

    /// <summary>The sentence of a reason.</summary>
    /// <param name="reason">One of the words above.</param>
    /// <param name="detail">The address, host, status or number in question.</param>
    internal static Message Text(string reason, string detail) => reason switch
    {
        Scheme => new($"只下载 http 和 https 地址：{detail}", $"Only http and https addresses are downloaded: {detail}"),
        UserInfo => new($"地址中含有用户名，不予访问：{detail}", $"The address carries a user name and is not asked: {detail}"),
        MalformedHost => new($"主机名无法识别：{detail}", $"The host is neither a name nor an address: {detail}"),
        AddressNotPublic => new($"不是公网地址，不予访问：{detail}", $"Not a public address, so it is not asked: {detail}"),
        RobotsDisallow => new($"robots.txt 不允许访问：{detail}", $"robots.txt does not allow: {detail}"),
        RobotsUnreachable => new($"无法取得 robots.txt，暂不访问：{detail}", $"robots.txt cannot be had, so nothing is asked for now: {detail}"),
        Unauthorized => new($"需要登录才能访问（状态码 {detail}）", $"Access needs a login (status {detail})"),
        Forbidden => new($"服务器拒绝访问（状态码 {detail}）", $"The server refuses access (status {detail})"),
        Legal => new($"因法律原因不提供（状态码 {detail}）", $"Not available for legal reasons (status {detail})"),
        Login => new($"返回的是登录页面，不是文件：{detail}", $"A login page stands in place of the document: {detail}"),
        Challenge => new($"返回的是安全验证或防火墙页面，不予绕过：{detail}", $"A security check or firewall page stands in place of the document, and is not evaded: {detail}"),
        RateLimited => new($"网站提示访问过于频繁：{detail}", $"The site says that requests come too often: {detail}"),
        NotFound => new($"文件已不存在（状态码 {detail}）", $"The document is gone (status {detail})"),
        SoftNotFound => new($"返回的是“页面不存在”的提示页：{detail}", $"A page says that there is no such page: {detail}"),
        Maintenance => new($"网站正在维护：{detail}", $"The site is under maintenance: {detail}"),
        PageInstead => new($"返回的是网页，不是文件：{detail}", $"A web page stands in place of the document: {detail}"),
        MessageInstead => new($"返回的是提示信息，不是文件：{detail}", $"A message stands in place of the document: {detail}"),
        NoPermission => new($"网站提示没有权限：{detail}", $"The site says that access is not permitted: {detail}"),
        CutShort => new($"下载中断，文件不完整（{detail}）", $"The download ended before the document was whole ({detail})"),
        Idle => new($"长时间没有收到数据，文件不完整（{detail}）", $"No byte came for too long, so the document is not whole ({detail})"),
        TooSlow => new($"数据来得太慢，文件不完整（{detail}）", $"The bytes came too slowly, so the document is not whole ({detail})"),
        TooLarge => new($"文件超过大小上限（{detail}）", $"The document is larger than the limit ({detail})"),
        Inflation => new($"压缩数据膨胀异常（{detail}）", $"The compressed body inflates beyond all proportion ({detail})"),
        Encoding => new($"数据的压缩方式与声明不符（{detail}）", $"The body is not coded as its headers say ({detail})"),
        Empty => new($"返回的内容为空（{detail}）", $"The answer has no bytes ({detail})"),
        TooManyRequests => new($"服务器提示请求过多（状态码 {detail}）", $"The server says that requests come too often (status {detail})"),
        ServerError => new($"服务器出错（状态码 {detail}）", $"The server failed (status {detail})"),
        UnexpectedStatus => new($"意外的状态码 {detail}", $"Unexpected status {detail}"),
        RedirectLoop => new($"重定向循环：{detail}", $"The redirects go round in a circle: {detail}"),
        TooManyRedirects => new($"重定向次数过多（{detail}）", $"Too many redirects ({detail})"),
        RedirectNowhere => new($"重定向没有给出可用的目标（{detail}）", $"A redirect does not say where to ({detail})"),
        NameUnknown => new($"域名无法解析：{detail}", $"The name of the host is unknown: {detail}"),
        Connection => new($"无法连接：{detail}", $"No connection: {detail}"),
        Tls => new($"无法建立安全连接：{detail}", $"No secure connection: {detail}"),
        Timeout => new($"服务器没有及时应答：{detail}", $"No answer in time: {detail}"),
        Protocol => new($"应答不符合 HTTP 协议：{detail}", $"The answer is not HTTP: {detail}"),
        CircuitOpen => new($"主机连续出错，暂停访问：{detail}", $"The host failed so often that it is not asked for a time: {detail}"),
        HostResting => new($"主机要求稍后再访问：{detail}", $"The host asked to be left alone for now: {detail}"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
