using System.Text;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Cards;

/// <summary>
/// The card type that the module proposes: loads from 5,000 with a tenth on top, more from 50,000 once the manager approves,
/// and no loss report, against which the law has something.
/// </summary>
internal static class DiningCard
{
    public const string Code = "dining-card";

    public static readonly CardTypeProposal Proposal = new(RestaurantModule.ModuleName, Code, Read);

    private static string Read()
    {
        using var stream = typeof(DiningCard).Assembly.GetManifestResourceStream($"cards/{Code}.json")
            ?? throw new InvalidOperationException($"The card type {Code} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
