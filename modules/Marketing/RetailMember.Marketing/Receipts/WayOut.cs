using System.Text;
using System.Text.RegularExpressions;

namespace RetailMember.Marketing.Receipts;

/// <summary>Whether a reply asks to be left alone: <c>TD</c>, <c>ＴＤ</c>, <c>td。谢谢</c>, <c>TD退订</c>.</summary>
internal static partial class WayOut
{
    public static bool IsAskedBy(string reply) => Asking().IsMatch(reply.Normalize(NormalizationForm.FormKC));

    // A single letter or 取消 counts alone only: 取消预约 is about something else.
    [GeneratedRegex(
        @"^[\W_]*(?:[TRN]?(?:退[订訂]|拒收)|(?:TD|QX|STOP|UNSUBSCRIBE)(?![A-Z0-9])|(?:[TRN]|取消)[\W_]*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asking();
}
