using System.Linq.Expressions;
using FluentValidation;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>What staff says of money that is to go back to somebody.</summary>
internal interface IPayoutForm
{
    PayoutWay Payout { get; }

    /// <summary>Which document was seen.</summary>
    string? IdentityCheck { get; }

    /// <summary>In whose name the account is: the holder's.</summary>
    string? AccountName { get; }

    string? AccountNo { get; }
}

internal static class PayoutForms
{
    private const int AccountLength = 64;

    public static Payout ToPayout(this IPayoutForm form) => new()
    {
        Way = form.Payout, IdentityCheck = form.IdentityCheck ?? "", AccountName = form.AccountName, AccountNo = form.AccountNo,
    };

    /// <summary>Notes under which number it was paid; a transfer or reversal is refused without one.</summary>
    public static void PaidUnder(this Payout payout, string? reference, bool needed)
    {
        if (needed && string.IsNullOrWhiteSpace(reference)) throw Refusal.Invalid("payoutReference", "field.not-empty");
        payout.Reference = reference;
    }

    /// <summary>An account needs its name and number, and the look at a document.</summary>
    public static void AddPayoutRules<T>(this AbstractValidator<T> rules)
        where T : IPayoutForm
    {
        rules.RuleFor(i => i.Payout).IsInEnum();
        rules.RuleFor(i => i.IdentityCheck).MaximumLength(StoredValueDb.ReasonLength);
        rules.AddAccountLengths(i => i.AccountName, i => i.AccountNo);
        rules.When(i => i.Payout == PayoutWay.BankAccount, () =>
        {
            rules.RuleFor(i => i.IdentityCheck).NotEmpty();
            rules.RuleFor(i => i.AccountName).NotEmpty();
            rules.RuleFor(i => i.AccountNo).NotEmpty();
        });
    }

    public static void AddAccountLengths<T>(
        this AbstractValidator<T> rules,
        Expression<Func<T, string?>> name, Expression<Func<T, string?>> number)
    {
        rules.RuleFor(name).MaximumLength(AccountLength);
        rules.RuleFor(number).MaximumLength(AccountLength);
    }

    /// <summary>Refuses an account that is known to be somebody else's; where no holder is known, the check of identity stands.</summary>
    public static async Task RequireOwnAccountAsync(
        this IMemberNames names, Guid? holder, string? accountName, CancellationToken cancel)
    {
        if (holder is { } member && accountName is not null && await names.IsOfAsync(member, accountName, cancel) == false)
            throw Refusal.Invalid("accountName", "storedvalue.account-of-another");
    }
}
