using RetailMember.Membership;
using RetailMember.StoredValue.Batches;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>A batch of cards that are given away, for drinks alone; some of them are in members' hands.</summary>
internal sealed class DemoGiftCards(DemoDesk desk)
{
    public const int Quota = 100;

    private const string Batch = "spring-drinks";
    private const int FirstMember = 6;
    private const int Issued = 4;

    public async Task SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        await desk.RunAsync(
            new MakeCardBatch.Input
            {
                Key = "demonstration-" + Batch,
                BatchCode = Batch,
                Name = new LocalName("酒水体验卡", "Drinks card"),
                CardType = DemoCardTypes.Experience,
                FaceAmount = new Money(200_00),
                Quota = Quota,
                SalesChannel = DemoChannels.Marketing,
                Categories = ["酒水"],
                IssueFrom = desk.Today,
            },
            cancel);
        await desk.RunAsync(new RunCardBatch.Input(Batch), cancel);
        foreach (var member in members.Skip(FirstMember).Take(Issued))
            await desk.RunAsync(
                new IssueGiftCard.Input
                {
                    Key = $"demonstration-{member.MemberNo}", StoreCode = desk.Home.Code, BatchCode = Batch, Member = member.MemberNo,
                },
                cancel);
    }
}
