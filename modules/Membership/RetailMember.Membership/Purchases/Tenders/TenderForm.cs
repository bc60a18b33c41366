using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>A means of payment beside money, as the till asks for it.</summary>
internal sealed record TenderForm
{
    public const int MostTenders = 10;

    /// <summary><c>voucher</c>, <c>points</c>, <c>external</c>, or what another module settles.</summary>
    public required string Kind { get; init; }

    /// <summary>What identifies it, such as a voucher's code, as scanned or typed.</summary>
    [Personal]
    public string? Code { get; init; }

    /// <summary>Yuan that it shall pay; left out: what it can.</summary>
    public Money? Amount { get; init; }

    /// <summary>Points that it shall spend at most, in whole yuan; left out: as many as it can.</summary>
    public long? Points { get; init; }
}

internal sealed class TenderFormRules : AbstractValidator<TenderForm>
{
    public TenderFormRules()
    {
        RuleFor(t => t.Kind).NotEmpty().MaximumLength(TenderKind.MaxCodeLength);
        RuleFor(t => t.Code).MaximumLength(64);
        RuleFor(t => t.Amount).Must(a => a is not { Fen: <= 0 }).WithErrorCode("amount.not-positive");
        RuleFor(t => t.Points).Must(p => p is not <= 0).WithErrorCode("amount.not-positive");
    }
}
