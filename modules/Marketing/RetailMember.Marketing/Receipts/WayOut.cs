using System.Text;
using System.Text.RegularExpressions;

namespace RetailMember.Marketing.Receipts;

/// <summary>Whether a reply asks to be left alone: <c>TD</c>, <c>ＴＤ</c>, <c>td。谢谢</c>, <c>TD退订</c>, <c>我要退订</c>.</summary>
internal static partial class WayOut
{
    public static bool IsAskedBy(string reply) => Asking().IsMatch(reply.Normalize(NormalizationForm.FormKC));

    // What people say before it, and nothing that turns it round. A single letter or 取消 counts alone only: 取消预约 is about
    // something else.
    [GeneratedRegex(
        @"^(?:[\W_]|您好|你好|我们?|本人|请|麻烦|帮我?|给我|要求?|想|需要|申请|现在|立即|马上|全部|短信|直接)*"
        + @"(?:[TRN]?(?:退[订訂]|拒收|取消订阅)|(?:不要|别)再(?:给我)?发(?!货)|(?:TD|QX|STOP|UNSUBSCRIBE)(?![A-Z0-9])|(?:[TRN]|取消)[\W_]*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asking();
}
