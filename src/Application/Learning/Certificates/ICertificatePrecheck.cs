using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>
/// Says at the issue of a document what the federal register would refuse later: then the learner is still there to be
/// asked. Certificates asks, Frdo answers.
/// </summary>
public interface ICertificatePrecheck
{
    /// <summary>
    /// What would be refused in a document that is being issued; what is stated with a package does not count as a
    /// fault yet.
    /// </summary>
    Task<PrecheckResult> OfAsync(
        Certificate certificate,
        ProgrammeKind programme,
        Course course,
        Enrolment enrolment,
        Employee employee,
        CancellationToken cancellationToken
    );
}

/// <summary>What the register would refuse in one document: for an answer of its own, and as warnings.</summary>
public sealed record PrecheckResult(IReadOnlyList<FrdoFaultModel> Faults, IReadOnlyList<Warning> Warnings);
