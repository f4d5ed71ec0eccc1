using Gouji.Model;

namespace Gouji.Ingest.Network;

/// <summary>What the stable words of <see cref="DownloadReason"/> mean, in a few words for people: a list has no room for sentences.</summary>
public static class ReasonPhrase
{
    /// <summary>The phrase of a reason; null where the word is none of them.</summary>
    public static Message? Of(string? reason) => reason switch
    {
        DownloadReason.Scheme => new("不是网页地址", "not a web address"),
        DownloadReason.UserInfo => new("地址含用户名", "the address carries a user name"),
        DownloadReason.MalformedHost => new("主机名无法识别", "no valid host name"),
        DownloadReason.AddressNotPublic => new("不是公网地址", "not a public address"),
        DownloadReason.RobotsDisallow => new("网站的 robots.txt 不允许", "robots.txt of the site does not allow it"),
        DownloadReason.RobotsUnreachable => new("无法取得 robots.txt", "robots.txt cannot be had"),
        DownloadReason.Unauthorized => new("需要登录", "needs a login"),
        DownloadReason.Forbidden => new("服务器拒绝访问", "the server refuses"),
        DownloadReason.Legal => new("因法律原因不提供", "not available for legal reasons"),
        DownloadReason.Login => new("返回登录页面", "a login page came instead"),
        DownloadReason.Challenge => new("返回安全验证或防火墙页面", "a security check or firewall page came instead"),
        DownloadReason.RateLimited => new("网站提示访问过于频繁", "the site says that requests come too often"),
        DownloadReason.NotFound => new("已不存在", "it is gone"),
        DownloadReason.SoftNotFound => new("网站提示页面不存在", "the site says that there is no such page"),
        DownloadReason.Maintenance => new("网站正在维护", "the site is under maintenance"),
        DownloadReason.PageInstead => new("返回的是网页，不是文件", "a web page came instead of the document"),
        DownloadReason.MessageInstead => new("返回的是提示信息，不是文件", "a message came instead of the document"),
        DownloadReason.NoPermission => new("网站提示没有权限", "the site says that access is not permitted"),
        DownloadReason.CutShort => new("下载中断，文件不完整", "the download broke off"),
        DownloadReason.Idle => new("长时间没有收到数据", "no data came for too long"),
        DownloadReason.TooSlow => new("数据来得太慢", "the data came too slowly"),
        DownloadReason.TooLarge => new("超过大小上限", "larger than the limit"),
        DownloadReason.Inflation => new("压缩数据膨胀异常", "the compressed data inflates beyond all proportion"),
        DownloadReason.Encoding => new("压缩方式与声明不符", "not compressed as declared"),
        DownloadReason.Empty => new("返回的内容为空", "the answer is empty"),
        DownloadReason.TooManyRequests => new("服务器提示请求过多", "the server says that requests come too often"),
        DownloadReason.ServerError => new("服务器出错", "the server failed"),
        DownloadReason.UnexpectedStatus => new("服务器给出了无法使用的状态码", "the server answered with a status that is no use"),
        DownloadReason.RedirectLoop => new("网址来回跳转", "the address leads back to itself"),
        DownloadReason.TooManyRedirects => new("跳转次数过多", "too many redirects"),
        DownloadReason.RedirectNowhere => new("跳转没有目标", "a redirect without a target"),
        DownloadReason.NameUnknown => new("域名无法解析", "the name of the host is unknown"),
        DownloadReason.Connection => new("无法连接", "no connection"),
        DownloadReason.Tls => new("无法建立安全连接", "no secure connection"),
        DownloadReason.Timeout => new("服务器没有及时应答", "no answer in time"),
        DownloadReason.Protocol => new("应答不符合 HTTP 协议", "the answer is not HTTP"),
        DownloadReason.CircuitOpen => new("主机连续出错，暂停访问", "the host failed too often and is left alone for now"),
        DownloadReason.HostResting => new("网站要求的间隔太长，留待以后", "the site asks for a pause longer than a run waits"),
        _ => null,
    };
}
