using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Demonstration;

/// <summary>One brand's vouchers: one kind for everybody, others for some, some of them used or taken back.</summary>
internal sealed class DemoVouchers(
    UseCaseEntry entry, CallContext call, DemoShelf shelf, IReadOnlyList<MemberSummary> members, IReadOnlyList<Store> stores)
{
    private const int EachOther = 18;

    public async Task<long> IssueAsync(CancellationToken cancel)
    {
        foreach (var (code, terms) in shelf.Vouchers)
        {
            await entry.RunAsync(new EditVoucherDefinition.Input(code, terms), call, cancel);
            await entry.RunAsync(new ActivateVoucherDefinition.Input(code), call, cancel);
        }

        var batch = await entry.RunAsync(
            new IssueVouchers.Input
            {
                Key = "demonstration", Definition = shelf.Vouchers[0].Code, Reason = "周年庆", Members = [.. members.Select(m => m.MemberNo)],
            },
            call, cancel);
        var issued = (await entry.RunAsync(new RunVoucherBatch.Input(batch.Batch), call, cancel)).Issued;
        foreach (var (i, (code, terms)) in shelf.Vouchers.Index().Skip(1))
            foreach (var (n, member) in members.Index().Where(m => (m.Index - i) % shelf.Vouchers.Count == 0).Take(EachOther))
            {
                var voucher = await entry.RunAsync(
                    new IssueVoucher.Input
                    {
                        Key = FormattableString.Invariant($"demonstration-{i}-{n}"),
                        Member = member.MemberNo,
                        Definition = code,
                        Reason = "会员关怀",
                    },
                    call, cancel);
                issued++;
                if (n % 3 == 0) await UseAsync(voucher.Voucher, terms.Categories is [var first, ..] ? first : null, n, i, cancel);
                else if (n % 11 == 5) await entry.RunAsync(new RevokeVoucher.Input(voucher.Voucher, "发错对象"), call, cancel);
            }

        return issued;
    }

    private async Task UseAsync(Guid voucher, string? category, int n, int definition, CancellationToken cancel)
    {
        var revealed = await entry.RunAsync(new RevealVoucher.Input(voucher), call, cancel);
        await entry.RunAsync(
            new UseVoucher.Input
            {
                ReceiptNo = FormattableString.Invariant($"demonstration-{definition}-{n}"),
                StoreCode = stores[n % stores.Count].Code,
                Codes = [revealed.Code],
                Lines = [new BasketFormLine(Money.FromYuan(200 + (7 * n)), category)],
            },
            call, cancel);
    }
}
