using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The rows of the area.</summary>
public static class CertificatesStore
{
    extension(ILearningStore store)
    {
        public DbSet<Certificate> Certificates => store.Set<Certificate>();
    }
}
