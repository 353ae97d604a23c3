namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>What the federal register has been told of a learner. Enrolments asks, Frdo answers.</summary>
public interface IDeliveredDocuments
{
    /// <summary>Whether a document of the enrolment stands in a package and was not rejected.</summary>
    Task<bool> HasAsync(Guid enrolmentId, CancellationToken cancellationToken);
}
