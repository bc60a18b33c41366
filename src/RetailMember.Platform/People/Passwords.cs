using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Makes first passwords and words what Identity thinks of chosen ones.</summary>
internal static class Passwords
{
    public const int ShortestLength = 10;

    public const string HoldsUserName = "PasswordHoldsUserName";

    public const string IsCommon = "PasswordIsCommon";

    /// <summary>Our codes are promised to callers; the library's names are its own affair.</summary>
    public static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        [nameof(IdentityErrorDescriber.PasswordTooShort)] = "field.password-too-short",
        [nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars)] = "field.password-requires-unique-chars",
        [nameof(IdentityErrorDescriber.PasswordMismatch)] = "field.password-mismatch",
        [HoldsUserName] = "field.password-holds-user-name",
        [IsCommon] = "field.password-is-common",
        [nameof(IdentityErrorDescriber.DuplicateUserName)] = "field.duplicate-user-name",
        [nameof(IdentityErrorDescriber.InvalidUserName)] = "field.invalid-user-name",
    }.ToFrozenDictionary();

    // Without letters and digits that a hand-written note confuses.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int FirstLength = 16;

    /// <summary>About 93 bits.</summary>
    public static string Random() => RandomNumberGenerator.GetString(Alphabet, FirstLength);

    /// <summary>
    /// One that the rules take. Chance makes runs of letters too, and puts a user name of two letters into one of sixty.
    /// </summary>
    public static async Task<string> FirstPasswordAsync(this UserManager<Person> people, Person person)
    {
        while (true)
        {
            var password = Random();
            if (await TakesAsync(people, person, password)) return password;
        }
    }

    /// <summary>Refuses with one fault per finding, on the field that the person filled in.</summary>
    public static void OrRefuse(this IdentityResult result, string field)
    {
        if (result.Succeeded) return;
        throw Refusal.Invalid([.. result.Errors.Select(e => new FieldFault(
            e.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.InvalidUserName)
                ? "userName"
                : field,
            Codes.GetValueOrDefault(e.Code, "field.malformed"),
            ("minLength", ShortestLength)))]);
    }

    private static async Task<bool> TakesAsync(UserManager<Person> people, Person person, string password)
    {
        foreach (var rule in people.PasswordValidators)
            if (!(await rule.ValidateAsync(people, person, password)).Succeeded) return false;
        return true;
    }
}

/// <summary>A password that holds the user name is guessed first.</summary>
internal sealed class NoUserNameInPassword : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(password?.Contains(user.UserName, StringComparison.OrdinalIgnoreCase) == true
            ? IdentityResult.Failed(new IdentityError { Code = Passwords.HoldsUserName })
            : IdentityResult.Success);
}
