namespace Gouji.Cli.Reports;

/// <summary>The words of the output files as a reader of the report sees them.</summary>
internal static class ReportWords
{
    public static string Severity(Session session, string word) => word switch
    {
        "error" => session.Say("错误", "error"),
        "warning" => session.Say("警告", "warning"),
        _ => session.Say("提示", "notice"),
    };

    public static string Verdict(Session session, string word) => word switch
    {
        "holds" => session.Say("成立", "holds"),
        "holds_within_rounding" => session.Say("在舍入范围内成立", "holds within rounding"),
        "broken" => session.Say("不成立", "broken"),
        _ => session.Say("无法判断", "cannot tell"),
    };

    public static string State(Session session, string word) => word switch
    {
        "blank" => session.Say("空白", "blank"),
        "dash" => session.Say("横线", "dash"),
        "zero" => "0",
        _ => word,
    };

    public static string Kind(Session session, string word) => word switch
    {
        "budget" => session.Say("预算", "budget"),
        "final_accounts" => session.Say("决算", "final accounts"),
        _ => "",
    };

    public static string Outcome(Session session, string word) => word switch
    {
        "unreadable" => session.Say("未能读取", "could not be read"),
        "failed" => session.Say("程序出错", "a defect of the program"),
        "no_tables" => session.Say("没有含数字的表格", "no table with figures"),
        _ => session.Say("已核对", "checked"),
    };
}
