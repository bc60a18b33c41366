using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>Vouchers on their way to members: one by one, or to a segment or a list.</summary>
internal static class IssuePages
{
    private const string Definition = "/voucher-definitions/{definition}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Definition + "/issue", (PageCall page, string definition) => OneAsync(page, definition, FormFaults.None));
        pages.MapPost(Definition + "/issue", (PageCall page, string definition) =>
            page.SubmitAsync<IssueVoucher.Input, IssueVoucher.Result>(
                done => Page.Redirect(
                    page.ToRedemption($"vouchers/{done.Voucher}"),
                    Flash.Success("redemption.issue.done", ("member", done.MemberNo))),
                faults => OneAsync(page, definition, faults)));
        pages.MapGet(Definition + "/bulk", (PageCall page, string definition) => ManyAsync(page, definition, FormFaults.None));
        pages.MapPost(Definition + "/bulk", (PageCall page, string definition) => page.SubmitAsync(
            () => StartAsync(page), faults => ManyAsync(page, definition, faults)));
        pages.MapPost(Definition + "/bulk/recipients", CountAsync);
    }

    private static async Task<IResult> OneAsync(PageCall page, string definition, FormFaults faults)
    {
        page.Require(RedemptionPermissions.IssueVouchers);
        return Page.For<IssueOnePage>(
            new IssueOneModel(await page.RunAsync(new ReadVoucherDefinition.Input(definition)), faults));
    }

    private static async Task<IResult> ManyAsync(PageCall page, string definition, FormFaults faults)
    {
        page.Require(RedemptionPermissions.IssueInBulk);
        return Page.For<IssueManyPage>(new IssueManyModel(
            await page.RunAsync(new ReadVoucherDefinition.Input(definition)), await page.RunAsync(new ReadChoices.Input()), faults));
    }

    /// <summary>Asked while the form is filled in: what is not right yet is told when it is sent.</summary>
    private static async Task<IResult> CountAsync(PageCall page)
    {
        page.Require(RedemptionPermissions.IssueInBulk);
        try
        {
            var input = (await page.FormAsync<BulkForm>()).ToInput();
            return Page.PartFor<RecipientsPart>(new RecipientsModel(
                input.Everybody == input.NamesNobody ? (await page.RunAsync(BulkForm.CountOf(input))).Members : null));
        }
        catch (Refusal)
        {
            return Page.PartFor<RecipientsPart>(new RecipientsModel(null));
        }
    }

    private static async Task<IResult> StartAsync(PageCall page)
    {
        var form = await page.FormAsync<BulkForm>();
        var batch = await form.ToldByLineAsync(() => page.RunAsync(form.ToInput()));
        return Page.Redirect(page.ToRedemption(FormattableString.Invariant($"voucher-batches/{batch.Batch}")));
    }

    /// <summary>As its form has it: the list of members is one text, a number a line.</summary>
    internal sealed record BulkForm
    {
        public required string Key { get; init; }
        public required string Definition { get; init; }
        public string Reason { get; init; } = "";
        public bool Everybody { get; init; }
        public string? Members { get; init; }
        public IReadOnlyList<string> Tiers { get; init; } = [];
        public IReadOnlyList<string> Tags { get; init; } = [];
        public DateOnly? JoinedFrom { get; init; }
        public DateOnly? JoinedTo { get; init; }

        private IEnumerable<(int Line, string Member)> Listed => MemberList.Read(Members);

        /// <summary>Faults of the list by its lines, all at the one field that the form has for it.</summary>
        public async Task<T> ToldByLineAsync<T>(Func<Task<T>> run)
        {
            try
            {
                return await run();
            }
            catch (Refusal refusal) when (refusal.Fields.Any(f => f.Code == NamedMembers.Unknown))
            {
                var lines = Listed.ToLookup(l => l.Member, l => l.Line);
                throw Refusal.Invalid([.. refusal.Fields.Select(f => f.Code == NamedMembers.Unknown ? ByLine(f, lines) : f)]);
            }
        }

        private static FieldFault ByLine(FieldFault fault, ILookup<string, int> lines)
        {
            var member = (string)fault.Facts.First(f => f.Name == "member").Value!;
            return new FieldFault(NamedMembers.Field, fault.Code, ("line", lines[member].First()), ("member", member));
        }

        public static CountRecipients.Input CountOf(IssueVouchers.Input input) => new()
        {
            Members = input.Members,
            Tiers = input.Tiers,
            Tags = input.Tags,
            JoinedFrom = input.JoinedFrom,
            JoinedTo = input.JoinedTo,
        };

        public IssueVouchers.Input ToInput() => new()
        {
            Key = Key,
            Definition = Definition,
            Reason = Reason,
            Everybody = Everybody,
            Members = [.. Listed.Select(l => l.Member)],
            Tiers = Tiers,
            Tags = Tags,
            JoinedFrom = JoinedFrom,
            JoinedTo = JoinedTo,
        };
    }
}
