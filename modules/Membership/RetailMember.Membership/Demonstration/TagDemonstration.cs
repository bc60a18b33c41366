using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.Membership.Members;
using RetailMember.Membership.Tags;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Demonstration;

/// <summary>Tags for every brand of the demonstration, counted over its year of purchases; a stricter draft waits in each.</summary>
internal sealed class TagDemonstration(UseCaseEntry entry, IBrandDirectory brands, TimeProvider time) : IDemonstration
{
    private static readonly (string Brand, string Category, LocalName Lovers, decimal TicketYuan)[] Plan =
    [
        ("pharmacy", "保健品", new LocalName("保健品常客", "Regulars of supplements"), 500m),
        ("restaurant", "酒水", new LocalName("酒水爱好者", "Lovers of drinks"), 600m),
        ("apparel", "童装", new LocalName("母婴童装高频客", "Buy for children often"), 800m),
    ];

    public int Order => 150;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var plan in Plan)
        {
            if (brands.Find(plan.Brand) is not { } brand) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var members = await entry.RunAsync(new FindMembers.Input { Size = 3 }, call, cancel);
            if (members.Items.Count == 0) continue;
            var tags = DemoTags.Of(plan.Category, plan.Lovers, plan.TicketYuan, time.Today(brand)).ToList();
            foreach (var (code, terms) in tags)
            {
                await entry.RunAsync(new EditTag.Input(code, terms), call, cancel);
                await entry.RunAsync(new ActivateTag.Input(code), call, cancel);
            }

            foreach (var member in members.Items)
                await entry.RunAsync(new TagMember.Input(member.MemberNo, DemoTags.ByHand, "店员家属登记"), call, cancel);
            var (draft, stricter) = tags[0];
            await entry.RunAsync(new EditTag.Input(draft, Stricter(stricter)), call, cancel);
            var counted = await entry.RunAsync(new RecountTags.Input(), call, cancel);
            notes.Line($"{brand.Code}: {tags.Count} tags, {counted.Gained} given by rule");
        }
    }

    private static TagTerms Stricter(TagTerms terms) => terms with
    {
        Conditions = [terms.Conditions[0] with { Days = 90 }],
    };
}
