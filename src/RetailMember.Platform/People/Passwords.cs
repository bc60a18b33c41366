using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Makes first passwords and words what Identity thinks of chosen ones.</summary>
internal static class Passwords
{
    public const int ShortestLength = 10;

    // Without letters and digits that a hand-written note confuses.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int FirstLength = 16;

    /// <summary>About 93 bits.</summary>
    public static string Random() => RandomNumberGenerator.GetString(Alphabet, FirstLength);

    /// <summary>Refuses with one fault per finding, on the field that the person filled in.</summary>
    public static void OrRefuse(this IdentityResult result, string field)
    {
        if (result.Succeeded) return;
        throw Refusal.Invalid([.. result.Errors.Select(e => new FieldFault(
            e.Code.Contains("UserName", StringComparison.Ordinal) ? "userName" : field,
            "field." + UseCaseInfo.Kebab(e.Code),
            ("minLength", ShortestLength)))]);
    }
}

/// <summary>A password that holds the user name is guessed first.</summary>
internal sealed class NoUserNameInPassword : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(password?.Contains(user.UserName, StringComparison.OrdinalIgnoreCase) == true
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsUserName" })
            : IdentityResult.Success);
}
