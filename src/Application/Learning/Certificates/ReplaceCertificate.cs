using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Issues a duplicate, or exchanges a document (DPO-9): a new number, the former is valid no more.</summary>
[Permission(CertificatePermissions.Issue)]
public sealed record ReplaceCertificate(Guid Id, int Version, ReplacementBody Body) : ICommand<CertificateDetails>;

internal sealed class ReplaceCertificateValidator : AbstractValidator<ReplaceCertificate>
{
    public ReplaceCertificateValidator() =>
        RuleFor(command => command.Body).SetValidator(new CertificateEntryBodyValidator());
}

internal sealed class ReplaceCertificateHandler(
    ILearningStore store,
    ITerritoryStore territory,
    CertificateRegister register,
    IReads reads,
    IClock clock
) : ICommandHandler<ReplaceCertificate, CertificateDetails>
{
    public async Task<Answer<CertificateDetails>> Handle(
        ReplaceCertificate request,
        CancellationToken cancellationToken
    )
    {
        var original = await store.Certificates.SingleOrDefaultAsync(
            certificate => certificate.Id == request.Id,
            cancellationToken
        );
        if (original is null)
        {
            return CertificateErrors.NotFound;
        }

        if (original.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var issuedOn = request.Body.IssuedOn ?? clock.Today;
        var employee = await territory
            .Employees.AsNoTracking()
            .SingleAsync(employee => employee.Id == original.EmployeeId, cancellationToken);
        var entries = await register.NextAsync(request.Body, issuedOn, 1, cancellationToken);
        var replaced = original.Replace(
            request.Body.Reason,
            CertificateRegister.ToLearner(employee),
            entries[0],
            clock.Today
        );
        if (!replaced.Succeeded(out var certificate, out var error))
        {
            return error;
        }

        store.Certificates.Add(certificate);
        return reads.Answer<Certificate, CertificateDetails>(certificate).Warn(replaced.Warnings.AsSpan());
    }
}
