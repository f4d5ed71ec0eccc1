using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Network;

/// <summary>
/// Recognises what servers serve in place of a document: login pages, error pages whose status says 200, notices of maintenance, and the
/// challenges of firewalls. Words alone convict only a page that says little else: a budget may well speak of 系统维护.
/// </summary>
internal static partial class ServedPage
{
    /// <summary>How many characters a page may show and still be a notice.</summary>
    private const int Notice = 1500;

    /// <summary>How many characters a page may show and still be nothing but the words looked for.</summary>
    private const int Words = 250;

    /// <summary>How many characters a page may show and still show nothing: what it has to say, it says in a script.</summary>
    private const int Nothing = 40;

    /// <summary>How many characters a page may have whose scripts say one thing only.</summary>
    private const int SmallPage = 2000;

    /// <summary>How many links a table published as a page may have.</summary>
    private const int MostLinks = 5;

    /// <summary>What a body is in place of the document; null where nothing speaks against it.</summary>
    /// <param name="head">The first bytes of the body.</param>
    /// <param name="contentType">The media type, without parameters.</param>
    /// <param name="charset">The charset that the headers name.</param>
    /// <param name="expectsDocument">Whether an attachment was asked for rather than a page.</param>
    public static Verdict? Recognise(ReadOnlySpan<byte> head, string? contentType, string? charset, bool expectsDocument)
    {
        if (!LooksLikeHtml(head, contentType))
        {
            return expectsDocument ? ServedMessage.Recognise(head, contentType, charset) : null;
        }

        var html = Decode(head, charset);
        var title = PageText.Title(html);
        var visible = PageText.Visible(html, Notice);
        if (visible.Length <= Nothing && html.Length <= SmallPage && string.Join(' ', Alert().Matches(html).Select(static alert => alert.Groups["text"].Value)) is { Length: > 0 } alerts)
        {
            // What a page that shows nothing lets pop up is all that is seen of it.
            visible = $"{visible} {alerts}".TrimStart();
        }

        var shown = title.Length > 0 ? title : visible;
        shown = shown[..Math.Min(shown.Length, 60)];
        bool Says(Regex titles, Regex words) => visible.Length <= Notice && (titles.IsMatch(title) || (visible.Length <= Words && words.IsMatch(visible)));

        if ((visible.Length <= Notice && ChallengeScript().IsMatch(html)) || Says(ChallengeTitle(), ChallengeWords())
            || (visible.Length <= Nothing && html.Contains("document.cookie", StringComparison.Ordinal) && Reload().IsMatch(html))
            || (visible.Length <= Nothing && ReloadItself().IsMatch(html) && (expectsDocument || !html.Contains("<div", StringComparison.OrdinalIgnoreCase))))
        {
            return new Verdict(DownloadOutcome.Blocked, DownloadReason.Challenge, shown);
        }

        if (Says(RateWords(), RateWords()))
        {
            return new Verdict(DownloadOutcome.Blocked, DownloadReason.RateLimited, shown);
        }

        if (Says(GoneTitle(), GoneWords()))
        {
            return new Verdict(DownloadOutcome.Gone, DownloadReason.SoftNotFound, shown);
        }

        if ((visible.Length <= Notice && PasswordInput().IsMatch(html) && (expectsDocument || LoginTitle().IsMatch(title) || (visible.Length <= Words && !Link().IsMatch(html))))
            || (visible.Length <= Words && (LoginPage().IsMatch(title) || ((expectsDocument || (visible.Length <= Nothing && !Link().IsMatch(html))) && LoginWords().IsMatch(visible)))))
        {
            return new Verdict(DownloadOutcome.Blocked, DownloadReason.Login, shown);
        }

        if (Says(CaptchaWords(), CaptchaWords()) && (expectsDocument || Link().Count(html) <= MostLinks))
        {
            return new Verdict(DownloadOutcome.Blocked, DownloadReason.Challenge, shown);
        }

        if (Says(MaintenanceTitle(), MaintenanceWords()))
        {
            return new Verdict(DownloadOutcome.Failed, DownloadReason.Maintenance, shown);
        }

        // Offices save .xls and .doc as HTML: what bears their marks, or a table, is a document. A page served as such that leads to
        // many others is not: old sites lay out their front pages in tables.
        var isDocument = !expectsDocument || (Table().IsMatch(html) && (!IsHtml(contentType) || Link().Count(html) <= MostLinks)) || OfficeMark().IsMatch(html);
        return isDocument ? null : new Verdict(DownloadOutcome.Failed, DownloadReason.PageInstead, shown);
    }

    /// <summary>Whether a page shows nothing and does all it does in a script: under a status that is no document's, that is a challenge.</summary>
    public static bool IsScriptAlone(ReadOnlySpan<byte> head, string? contentType, string? charset)
    {
        if (!LooksLikeHtml(head, contentType))
        {
            return false;
        }

        var html = Decode(head, charset);
        return PageText.Title(html).Length == 0 && PageText.Visible(html, Nothing).Length == 0 && html.Contains("<script", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a short text says in place of a document, by its words; null where it says nothing that is known.</summary>
    public static Verdict? Said(string text, string shown) =>
        RateWords().IsMatch(text) ? new Verdict(DownloadOutcome.Blocked, DownloadReason.RateLimited, shown)
        : GoneWords().IsMatch(text) || NoSuchKey().IsMatch(text) ? new Verdict(DownloadOutcome.Gone, DownloadReason.SoftNotFound, shown)
        : LoginWords().IsMatch(text) ? new Verdict(DownloadOutcome.Blocked, DownloadReason.Login, shown)
        : ChallengeWords().IsMatch(text) || CaptchaWords().IsMatch(text) ? new Verdict(DownloadOutcome.Blocked, DownloadReason.Challenge, shown)
        : NoAccess().IsMatch(text) ? new Verdict(DownloadOutcome.Blocked, DownloadReason.NoPermission, shown)
        : MaintenanceWords().IsMatch(text) ? new Verdict(DownloadOutcome.Failed, DownloadReason.Maintenance, shown)
        : null;

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head, string? contentType)
    {
        head = head.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head;
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1024)]).TrimStart();
        return start.StartsWith('<') && !start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? HtmlStart().IsMatch(start) || IsHtml(contentType)
            : start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && start.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHtml(string? contentType) => contentType is "text/html" or "application/xhtml+xml";

    internal static string Decode(ReadOnlySpan<byte> head, string? charset)
    {
        var named = HeaderText.Charset(charset)
            ?? HeaderText.Charset(MetaCharset().Match(Encoding.Latin1.GetString(head[..Math.Min(head.Length, 2048)])).Groups["name"].Value);
        if (named is not null)
        {
            return named.GetString(head);
        }

        // The head may end amid a character: what is incomplete at its very end says nothing about the coding.
        var decoder = Encoding.UTF8.GetDecoder();
        decoder.Fallback = DecoderFallback.ExceptionFallback;
        var text = new char[head.Length];
        try
        {
            return new string(text, 0, decoder.GetChars(head, text, flush: false));
        }
        catch (DecoderFallbackException)
        {
            return HeaderText.Gb18030.GetString(head);
        }
    }

    /// <summary>What stands in place of the document.</summary>
    internal sealed record Verdict(DownloadOutcome Outcome, string Reason, string Shown);

    [GeneratedRegex(@"<(!doctype\s+html|html|head|body|script|meta|title|div|h1|center)[\s>]", Options)]
    private static partial Regex HtmlStart();

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_\\-]+)", Options)]
    private static partial Regex MetaCharset();

    [GeneratedRegex(@"__jsl_clearance|acw_sc__v|_cf_chl_|wzws_|yunsuo_session|safedog|/_Incapsula_Resource|aliyun_waf|\$_ts\s*=|_\$[a-z]{2}\(\);\s*</script>|TencentCaptcha|geetest", Options)]
    private static partial Regex ChallengeScript();

    [GeneratedRegex("安全验证|人机验证|安全检查|安全检测|访问验证|访问拦截|请求拦截|访问被(拒绝|拦截|阻断)|知道创宇|创宇盾|加速乐|安全狗|云防护|云锁|云盾|网站防火墙|WAF|just a moment|attention required|access denied|request blocked", Options)]
    private static partial Regex ChallengeTitle();

    [GeneratedRegex("(完成|进行|通过)(安全|人机|滑动|滑块)?验证|人机验证|安全验证|(访问|请求).{0,12}(拦截|阻断|攻击|威胁)|知道创宇|创宇盾|加速乐|安全狗|云防护|云锁|网站防火墙|access denied|request (was |has been )?blocked|(enable|启用|开启) ?javascript", Options)]
    private static partial Regex ChallengeWords();

    [GeneratedRegex(@"(location\.(reload|replace|href|assign)|location\s*=|http-equiv\s*=\s*.?refresh)", Options)]
    private static partial Regex Reload();

    [GeneratedRegex(@"location\.reload\s*\(", Options)]
    private static partial Regex ReloadItself();

    [GeneratedRegex("""\b(alert|layer\.msg)\s*\(\s*("(?<text>[^"\n]{1,200})"|'(?<text>[^'\n]{1,200})')""", Options)]
    private static partial Regex Alert();

    [GeneratedRegex("(输入|填写|拖动|点击).{0,12}(验证码|滑块)|验证码(错误|不正确|已过期|已失效)|^验证码$|captcha", Options)]
    private static partial Regex CaptchaWords();

    [GeneratedRegex("(访问|请求|操作|查询).{0,4}(过于|太)频繁|访问频率过高|too many requests", Options)]
    private static partial Regex RateWords();

    [GeneratedRegex(@"(^|[^0-9])404([^0-9]|$)|(页面|网页|文件|内容|信息|文章|资源)(已)?(不存在|未找到|无法找到|找不到|已删除|被删除)|(找不到|无法找到|未找到)(该|此|您|网|页|文件|资源|对象)|page not found|not found|error 410", Options)]
    private static partial Regex GoneTitle();

    [GeneratedRegex(@"404\s*(not found|错误|error|-|页面|找不到|未找到)|(错误|error)\s*404|(页面|网页|文件|内容|信息|文章|资源|链接)[^。，]{0,12}(不存在|未找到|无法找到|找不到|已(被)?删除|被删除|已失效)|(找不到|无法找到|未找到)(该|此|您|网|页|文件|资源|对象)|(page|file|resource|url)[^.]{0,60}not found", Options)]
    private static partial Regex GoneWords();

    [GeneratedRegex(@"type\s*=\s*.?password", Options)]
    private static partial Regex PasswordInput();

    [GeneratedRegex("登录|登陆|身份认证|log ?in|sign ?in", Options)]
    private static partial Regex LoginTitle();

    // Titles that name nothing but a login: 登陆 is also what typhoons do.
    [GeneratedRegex(@"^(.{0,20}[-_|—· ])?(用户|会员|系统|平台|单点|统一|管理员?|后台|账号|欢迎)*(登录|登陆)(页面?|界面|入口|系统|平台|中心)?([-_|—· ].{0,30})?$|统一身份认证|身份认证(平台|系统|中心)|^\s*(log|sign) ?in\b", Options)]
    private static partial Regex LoginPage();

    [GeneratedRegex("(请|需要?)(您|你)?(先|重新)?(登录|登陆)|(未|没有|尚未)(登录|登陆)|(登录|登陆|会话|token|session)(信息|状态)?(已)?(过期|失效|超时)|(not|please) (logged|log|sign|signed) ?in|unauthorized|authentication (is )?required", Options)]
    private static partial Regex LoginWords();

    [GeneratedRegex("(没有|无)(访问|下载|操作|查看)?(该|此)?(文件|资源)?的?权限|权限不足|(禁止|拒绝|无权)(访问|下载|查看)|access ?denied|forbidden|no permission|permission denied", Options)]
    private static partial Regex NoAccess();

    [GeneratedRegex("NoSuchKey|NoSuchBucket|NoSuchFile|FileNotFound|not ?found|does not exist|(不存在|未找到|找不到)", Options)]
    private static partial Regex NoSuchKey();

    [GeneratedRegex("(系统|网站|站点|服务器?)(正在)?(维护|升级|建设)|正在维护|暂停(服务|访问)|under maintenance|service unavailable", Options)]
    private static partial Regex MaintenanceTitle();

    [GeneratedRegex("(系统|网站|站点|服务器?)(正在)?(维护|升级)中|正在(进行)?(系统|网站)?(维护|升级)|(暂停|停止)(对外)?(服务|访问)|under maintenance|service (is )?(temporarily )?unavailable", Options)]
    private static partial Regex MaintenanceWords();

    [GeneratedRegex(@"<table[\s>].*<tr[\s>].*<tr[\s>]", Options | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"urn:schemas-microsoft-com:office|name\s*=\s*.?(progid|generator).{0,12}content\s*=\s*.?(excel|word|microsoft|wps|libreoffice)", Options | RegexOptions.Singleline)]
    private static partial Regex OfficeMark();

    [GeneratedRegex(@"<a\s[^>]*href", Options)]
    private static partial Regex Link();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
