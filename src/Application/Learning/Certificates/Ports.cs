using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Makes codes by which a document is verified: nobody guesses one of them.</summary>
public interface IVerificationCodes
{
    string Make();
}

/// <summary>Verifies documents for anybody who holds the paper, in all centres.</summary>
public interface ICertificateVerification
{
    /// <summary>What the paper with the code shows; one refusal for whatever is wrong with the code.</summary>
    Task<Result<VerifiedCertificate>> FindAsync(string code, CancellationToken cancellationToken);
}
