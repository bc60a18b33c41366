namespace RetailMember.Redemption;

/// <summary>
/// What may be told of why vouchers were given. A module that gives some for reasons which would tell of a member what not
/// everybody who sees his vouchers may know registers one.
/// </summary>
public interface IVoucherReasons
{
    /// <summary>
    /// What stands in a voucher's history in place of the reason under which it was issued: a word of which
    /// <c>redemption.voucher-note.</c> has the text. Null: that reason itself.
    /// </summary>
    string? InsteadOf(string issueKey);
}
