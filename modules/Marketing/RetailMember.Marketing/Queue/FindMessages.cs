using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Queue;

/// <summary>
/// The brand's messages, newest first: to whom, in which words, what became of them and why. No numbers; to whom and why not
/// is left out where that would tell something sensitive of the member, and those to who was chosen by it are not listed.
/// </summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class FindMessages(
    MarketingDb db, SensitiveMessages sensitive, IMemberNumbers numbers, IMemberFiles members, IMergedMembers merged)
    : Query<FindMessages.Input, PageOf<FindMessages.Item>>
{
    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = sensitive.Listed();
        if (input.State is { } state) found = found.Where(m => m.State == state);
        if (input.Reason is { } reason) found = sensitive.WithReason(found, reason);
        if (input.MessageBatch is { } batch) found = found.Where(m => m.BatchId == batch);
        if (!string.IsNullOrEmpty(input.Member))
        {
            var files = await merged.FilesOfAsync((await members.OneAsync(input.Member, cancel)).Id, cancel);
            found = sensitive.Without(found.Where(m => EF.Parameter(files).Contains(m.MemberId!.Value)));
        }

        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(m => m.Id < after.Id);
        var hidden = sensitive.Batches();
        var rows = await found.OrderByDescending(m => m.Id).Take(input.Size + 1)
            .Select(m => new Row(
                m, db.Templates.Where(t => t.Id == m.TemplateId).Select(t => t.Code).FirstOrDefault(),
                m.BatchId != null && hidden.Contains(m.BatchId.Value)))
            .ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Where(r => !r.IsHidden).Select(r => r.Message.MemberId).OfType<Guid>()], cancel);
        return PageOf<Item>.Of(rows, input.Size, r => new Place(r.Message.Id), r => Item.Of(r, known));
    }

    private sealed record Place(Guid Id);

    /// <param name="IsHidden">To whom it is must not be told.</param>
    internal sealed record Row(Message Message, string? Template, bool IsHidden);

    internal sealed record Input : IInput<PageOf<Item>>
    {
        public MessageState? State { get; init; }

        public MessageReason? Reason { get; init; }

        /// <summary>Of one campaign or journey's day.</summary>
        public Guid? MessageBatch { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public string? Member { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="MemberNo">
    /// Null for a message to a number whose owner need not be a member, and where it would tell something sensitive of him.
    /// </param>
    /// <param name="Template">Its code; null where the words were the product's own.</param>
    /// <param name="Reason">Why it waits, was not sent or did not arrive.</param>
    /// <param name="ProviderReason">The provider's own word for it.</param>
    /// <param name="DueAt">UTC; not handed over before.</param>
    /// <param name="HandedOverAt">UTC.</param>
    /// <param name="DoneAt">UTC; when it arrived, or when it was known that it would not.</param>
    internal sealed record Item(
        Guid Message, string? MemberNo, string Purpose, MessageLane Lane, string? Template, MessageState State,
        MessageReason? Reason, string? ProviderReason, int BilledParts, DateTime DueAt,
        DateTime? HandedOverAt, DateTime? DoneAt)
    {
        public static Item Of(Row row, IReadOnlyDictionary<Guid, string> numbers)
        {
            var message = row.Message;
            return new Item(
                message.Id, message.MemberId is { } member && !row.IsHidden ? numbers.GetValueOrDefault(member) : null,
                message.Purpose, message.Lane, row.Template, message.State,
                row.IsHidden ? SensitiveMessages.Shown(message.Reason) : message.Reason, message.ProviderReason, message.Parts,
                message.DueAt, message.HandedOverAt, message.DoneAt);
        }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
