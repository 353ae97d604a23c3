using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>The rows of the area.</summary>
public static class EnrolmentsStore
{
    extension(ILearningStore store)
    {
        public DbSet<Enrolment> Enrolments => store.Set<Enrolment>();
    }
}
