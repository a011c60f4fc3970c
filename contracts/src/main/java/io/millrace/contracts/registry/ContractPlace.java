package io.millrace.contracts.registry;

import java.util.List;
import java.util.Map;

/**
 * The files of one folder or jar.
 *
 * @param name where that is, for sentences
 * @param files by path, {@code <type>/<file>}
 * @param findings what could not be read at all
 */
record ContractPlace(String name, Map<String, byte[]> files, List<Finding> findings) {}
