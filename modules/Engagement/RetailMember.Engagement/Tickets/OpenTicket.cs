using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>A member tells the brand something, or staff write it down for him. Members open a few a day.</summary>
[Needs(EngagementRights.AnswerTickets), OwnMember]
internal sealed class OpenTicket(
    EngagementDb db,
    TicketBook book,
    TicketViews views,
    IMemberFiles files,
    IMemberAwards awards,
    IBrandDirectory brands,
    ISettings settings)
    : UseCase<OpenTicket.Input, TicketView>
{
    protected override async Task<TicketView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        if (call.Caller.Kind == CallerKind.Member) await RequireRoomAsync(member.Id, today, call, cancel);
        var store = input.AboutStoreCode is not { } code ? null : brands.FindStore(brand.Id, code)
            ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", code));
        var ticket = new Ticket
        {
            Id = Guid.CreateVersion7(),
            BrandId = brand.Id,
            MemberId = member.Id,
            Category = input.Category,
            StoreId = store?.Id,
            ReceiptNo = input.ReceiptNo,
            OpenedAt = call.At,
            OpenedOn = today,
            DueAt = book.DueFrom(call),
        };
        db.Tickets.Add(ticket);
        await book.SayAsync(ticket, input.Text, fromStaff: false, call, cancel);
        return await views.OfAsync(ticket, call, cancel);
    }

    /// <summary>The member is held, so that however many he sends at once are counted one after the other.</summary>
    private async Task RequireRoomAsync(Guid member, DateOnly today, CallContext call, CancellationToken cancel)
    {
        var most = settings.WholeNumber(TicketBook.MostPerDay, call.RequiredBrand.Id);
        if (await db.Tickets.CountAsync(t => t.MemberId == member && t.OpenedOn == today, cancel) >= most)
            throw new Refusal("engagement.too-many-tickets", RefusalKind.TooMany, ("most", most));
    }

    internal sealed record Input : IInput<TicketView>, IKeyed, IOfMember<Input>
    {
        /// <summary>Drawn by whoever asks; the same key opens one.</summary>
        public required string Key { get; init; }

        [Personal]
        public required string Member { get; init; }

        public required TicketCategory Category { get; init; }

        /// <summary>Plain text.</summary>
        [Personal]
        public required string Text { get; init; }

        /// <summary>The store that it is about.</summary>
        public string? AboutStoreCode { get; init; }

        /// <summary>The receipt that it is about.</summary>
        public string? ReceiptNo { get; init; }

        string IKeyed.BusinessKey => Key;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Text).NotEmpty().MaximumLength(TicketBook.TextLength);
            RuleFor(i => i.ReceiptNo).MaximumLength(EngagementDb.CodeLength);
        }
    }
}
