using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RetailMember.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>What staff asks for and somebody else decides on: giving cards up, taking sales back, replacing, passing on.</summary>
internal static class RequestTables
{
    private const string AccountPurpose = "storedvalue.payout-account";
    private const string AccountNamePurpose = "storedvalue.payout-name";
    private const int SealedLength = 400;

    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<CardClosing>(closing =>
        {
            DescribeRequest(closing);
            closing.OwnsOne(c => c.Payout, payout => DescribePayout(payout, personal));
            closing.Navigation(c => c.Payout).IsRequired();
            closing.Ignore(c => c.Asked);
            closing.HasIndex(c => c.CardId);
        });
        model.Entity<SaleRefund>(refund =>
        {
            DescribeRequest(refund);
            refund.OwnsOne(r => r.Payout, payout => DescribePayout(payout, personal));
            refund.Navigation(r => r.Payout).IsRequired();
            refund.HasIndex(r => r.SaleId);
        });
        model.Entity<PaymentReturn>(back =>
        {
            DescribeRequest(back);
            back.OwnsOne(r => r.Payout, payout => DescribePayout(payout, personal));
            back.Navigation(r => r.Payout).IsRequired();
            back.HasIndex(r => r.PaymentId);
        });
        model.Entity<CardChange>(change =>
        {
            DescribeRequest(change);
            change.Property(c => c.Kind).HasConversion<short>();
            change.HasIndex(c => c.CardId);
        });
        model.Entity<NumberLooks>(looks =>
        {
            looks.HasKey(l => new { l.BrandId, l.Operator });
            looks.Property(l => l.Operator).HasMaxLength(StoredValueDb.CodeLength);
        });
    }

    private static void DescribeRequest<T>(EntityTypeBuilder<T> request)
        where T : CardRequest
    {
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.State).HasConversion<short>();
        request.Property(r => r.Reason).HasMaxLength(StoredValueDb.ReasonLength);
        request.Property(r => r.Decision).HasMaxLength(StoredValueDb.ReasonLength);
        request.Property(r => r.RequestedBy).HasMaxLength(StoredValueDb.CodeLength);
        request.Property(r => r.DecidedBy).HasMaxLength(StoredValueDb.CodeLength);
        request.HasIndex(r => new { r.BrandId, r.State });
        request.HasIndex(r => r.MemberId);
    }

    private static void DescribePayout<T>(OwnedNavigationBuilder<T, Payout> payout, PersonalData personal)
        where T : CardRequest
    {
        payout.Property(p => p.Way).HasConversion<short>();
        payout.Property(p => p.IdentityCheck).HasMaxLength(StoredValueDb.ReasonLength);
        payout.Property(p => p.AccountName).HasMaxLength(SealedLength).HasConversion(personal.Column(AccountNamePurpose));
        payout.Property(p => p.AccountNo).HasMaxLength(SealedLength).HasConversion(personal.Column(AccountPurpose));
        payout.Property(p => p.Reference).HasMaxLength(StoredValueDb.CodeLength);
        payout.Ignore(p => p.LacksIdentity);
        payout.Ignore(p => p.LacksAccount);
        payout.Ignore(p => p.AccountTail);
    }
}
