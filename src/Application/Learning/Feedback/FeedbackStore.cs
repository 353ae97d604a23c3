using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>The rows of the area.</summary>
public static class FeedbackStore
{
    extension(ILearningStore store)
    {
        public DbSet<FeedbackQuestionnaire> FeedbackQuestionnaires => store.Set<FeedbackQuestionnaire>();

        public DbSet<CourseFeedback> CourseFeedback => store.Set<CourseFeedback>();
    }
}
