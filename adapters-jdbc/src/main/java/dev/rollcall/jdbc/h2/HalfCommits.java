package dev.rollcall.jdbc.h2;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Commits that a process had begun when it ended, or when its disk did.
///
/// A large transaction is committed entry by entry, and its log says that it is. H2 2.5.252 finds
/// such a log when it opens the database, and then does nothing about it (`Transaction.commit`
/// takes a transaction that is marked as committed for one that was): the entries that were left
/// stay invisible for good, and whoever writes one of them waits for the transaction without end.
/// The function that would go on is there, but not public.
final class HalfCommits {

    private HalfCommits() {}

    static boolean areLeft(Connection connection) throws SQLException {
        return !in(transactions(connection)).isEmpty();
    }

    /// Finishes them all. Nobody else may use the database meanwhile.
    ///
    /// @return how many there were
    static int finish(Connection connection) throws SQLException {
        var transactions = transactions(connection);
        var left = in(transactions);
        for (Transaction transaction : left) {
            finish(transaction, transactions);
        }
        return left.size();
    }

    private static TransactionStore transactions(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getTransactionStore();
    }

    private static List<Transaction> in(TransactionStore transactions) {
        return transactions.getOpenTransactions().stream()
                .filter(it -> it.getStatus() == Transaction.STATUS_COMMITTED)
                .toList();
    }

    private static void finish(Transaction transaction, TransactionStore store)
            throws SQLException {
        try {
            Method commit =
                    TransactionStore.class.getDeclaredMethod(
                            "commit", Transaction.class, boolean.class);
            commit.setAccessible(true);
            commit.invoke(store, transaction, true);
        } catch (InvocationTargetException e) {
            throw new SQLException("A commit could not be finished: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this H2 finishes commits in another way", e);
        }
    }
}
