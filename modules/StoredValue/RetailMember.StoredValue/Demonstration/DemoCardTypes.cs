using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>The card that is sold with ten per cent on top, and the one that gifts are made of.</summary>
internal sealed class DemoCardTypes(DemoDesk desk)
{
    public const string Dining = "dining";
    public const string Experience = "experience";

    public async Task SowAsync(CancellationToken cancel)
    {
        await SowAsync(Dining, DiningTerms, cancel);
        await SowAsync(Experience, ExperienceTerms, cancel);
    }

    private static CardTypeTerms DiningTerms => new()
    {
        Name = new LocalName("江南储值卡", "Dining card"),
        Form = CardForm.Physical,
        MinimumLoad = Yuan(5_000m),
        Bands = [new(Yuan(5_000m), Yuan(50_000m), 100), new(Yuan(50_000m), null, 100, MayFloat: true)],
        Examples =
        [
            Example("充 5000 送 500", 5_000m, null, 5_000m, 500m),
            Example("充 5000 后消费 880", 5_000m, 880m, 4_200m, 420m),
            Example("充 49999.99 送 5000", 49_999.99m, null, 49_999.99m, 5_000m),
            new("充 4999.99 不受理", Yuan(4_999.99m), null, new CardTypeExampleResult { Loaded = false }),
        ],
    };

    private static CardTypeTerms ExperienceTerms => new()
    {
        Name = new LocalName("体验卡", "Experience card"),
        Form = CardForm.Physical,
        Named = false,
        MinimumLoad = Yuan(100m),
        MaximumBalance = Yuan(1_000m),
        Examples = [Example("充 100", 100m, null, 100m, 0)],
    };

    private static CardTypeExample Example(string title, decimal load, decimal? spend, decimal principal, decimal bonus) => new(
        title, Yuan(load), spend is { } spent ? Yuan(spent) : null,
        new CardTypeExampleResult { Loaded = true, Principal = Yuan(principal), Bonus = Yuan(bonus) });

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    private async Task SowAsync(string code, CardTypeTerms terms, CancellationToken cancel)
    {
        await desk.RunAsync(new EditCardType.Input(code, terms), cancel);
        await desk.RunAsync(new ActivateCardType.Input(code), cancel);
    }
}
