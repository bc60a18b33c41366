using System.Globalization;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Till;

/// <summary>Says beside the quote, away from the fields, what is wrong with which of them.</summary>
internal static class TillFaultWords
{
    public static IReadOnlyList<string> Faults(this ITexts texts, Refusal no) => no.Fields.Count == 0
        ? [texts.Format("refusal." + no.Code, no.Facts)]
        : [.. no.Fields.Select(f => texts.Fault(f)).Distinct()];

    /// <summary>The faults of what stands in the form already; what is still missing is no fault while one types.</summary>
    public static Refusal? OfWhatIsTyped(this Refusal no)
    {
        FieldFault[] typed = [.. no.Fields.Where(f => f.Code != "field.not-empty")];
        return typed.Length == 0 ? null : Refusal.Invalid(typed);
    }

    private static string Fault(this ITexts texts, FieldFault fault)
    {
        var isAmount = fault.Code == "field.malformed" && fault.Field.EndsWith("amount", StringComparison.OrdinalIgnoreCase);
        var words = isAmount ? texts["membership.till.fault-amount"] : texts.Format("refusal." + fault.Code, fault.Facts);
        var path = fault.Field.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (path is not ["lines", var index, var field] || !int.TryParse(index, CultureInfo.InvariantCulture, out var line))
            return words;
        var name = field switch
        {
            "listAmount" => texts["membership.till.list"],
            "quantity" => texts["membership.till.quantity"],
            _ => texts["membership.till.category"],
        };
        return texts.Format("membership.till.fault-in-line", line + 1, name, words);
    }
}
