using System.Security.Cryptography;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>130 bits from the system's generator in letters and digits that people do not mix up (Crockford's base 32).</summary>
internal sealed class VerificationCodes : IVerificationCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public string Make() => RandomNumberGenerator.GetString(Alphabet, Certificate.CodeLength);
}
