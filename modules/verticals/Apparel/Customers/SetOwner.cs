using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Customers;

/// <summary>Says who looks after a customer, or that nobody does any more.</summary>
[Needs(ApparelPermissions.AssignCustomers)]
internal sealed class SetOwner(ApparelDb db, IMemberFiles files, IStaff staff)
    : UseCase<SetOwner.Input, SetOwner.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = (await files.OneAsync(input.Member, cancel)).RequireActive();
        var row = await db.CustomerOwners.SingleOrDefaultAsync(o => o.MemberId == member.Id, cancel);
        if (string.IsNullOrEmpty(input.Owner))
        {
            if (row is not null) db.CustomerOwners.Remove(row);
            return new Result(member.MemberNo, null);
        }

        var person = staff.Find(input.Owner);
        if (person is null || !person.RolesIn(call.RequiredBrand.Id).Any())
            throw Refusal.Invalid("owner", "apparel.owner-unknown");
        if (row is null)
            db.CustomerOwners.Add(row = new CustomerOwner
            {
                MemberId = member.Id, BrandId = call.RequiredBrand.Id, Owner = person.UserName,
                    SetBy = call.Caller.Name,
            });
        (row.Owner, row.SetBy, row.SetAt) = (person.UserName, call.Caller.Name, call.At);
        return new Result(member.MemberNo, person.UserName);
    }

    /// <param name="Owner">User name; empty: nobody.</param>
    internal sealed record Input([property: Personal] string Member, string? Owner) : IInput<Result>;

    internal sealed record Result(string MemberNo, string? Owner) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Owner).MaximumLength(64);
        }
    }
}
