using RetailMember.Pages.Display;
using RetailMember.Restaurant.Invoices;

namespace RetailMember.Restaurant.Pages;

/// <summary>Colours of invoices.</summary>
internal static class InvoiceTones
{
    public static Tone Of(InvoiceState state) => state switch
    {
        InvoiceState.Requested => Tone.Warning,
        InvoiceState.Issued => Tone.Success,
        InvoiceState.ToReverse => Tone.Danger,
        _ => Tone.Neutral,
    };
}
