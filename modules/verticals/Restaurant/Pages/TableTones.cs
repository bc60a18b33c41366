using RetailMember.Pages.Display;
using RetailMember.Restaurant.Tables;

namespace RetailMember.Restaurant.Pages;

/// <summary>Colours of bills.</summary>
internal static class TableTones
{
    public static Tone Of(TableBillState state) => state switch
    {
        TableBillState.Open => Tone.Primary,
        TableBillState.Paid => Tone.Success,
        _ => Tone.Neutral,
    };
}
