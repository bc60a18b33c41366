using RetailMember.Membership;
using RetailMember.StoredValue.Batches;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>A batch of cards that are given away, for drinks alone; some of them are in members' hands.</summary>
internal sealed class DemoGiftCards(UseCaseEntry entry, CallContext call, string store, DateOnly today)
{
    public const int Quota = 100;

    private const string Batch = "spring-drinks";
    private const int FirstMember = 6;
    private const int Issued = 4;

    public async Task SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        await entry.RunAsync(
            new MakeCardBatch.Input
            {
                Key = "demonstration-" + Batch,
                BatchCode = Batch,
                Name = new LocalName("酒水体验卡", "Drinks card"),
                CardType = DemoCardTypes.Experience,
                FaceAmount = new Money(200_00),
                Quota = Quota,
                Distribution = "市场部",
                Categories = ["酒水"],
                IssueFrom = today,
            },
            call, cancel);
        await entry.RunAsync(new RunCardBatch.Input(Batch), call, cancel);
        foreach (var member in members.Skip(FirstMember).Take(Issued))
            await entry.RunAsync(
                new IssueGiftCard.Input
                {
                    Key = $"demonstration-{member.MemberNo}", StoreCode = store, BatchCode = Batch, Member = member.MemberNo,
                },
                call, cancel);
    }
}
